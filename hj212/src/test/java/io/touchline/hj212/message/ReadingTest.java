package io.touchline.hj212.message;

import static io.touchline.hj212.message.Direction.TO_CENTRE;
import static io.touchline.hj212.message.Direction.TO_LOGGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

  @ParameterizedTest
  @CsvSource({
    "OverTime=5;ReCount=3, 5, 3, ''",
    "OverTime=5, 5, , ReCount",
    "OverTime=abc;ReCount=3, , 3, OverTime",
    "OverTime=;ReCount=3, , 3, OverTime",
    "OverTime=-1;Recount=3, , 3, OverTime",
    "OverTime=9999999999;ReCount=3, , 3, OverTime",
    "OverTime=100;ReCount=3, 100, 3, OverTime",
    "overtime=1;OverTime=2;ReCount=3;Vendor=7, 2, 3, ''",
  })
  void valueThatIsNoneReadsAsEmptyAndIsNamed(
      String cp, Integer overTime, Integer reCount, String faulty) {
    Parameters parameters = Exchange.packet("1000", Edition.V2017, cp).parameters();
    SettingMessage.SetTimeout message = new SettingMessage.SetTimeout(parameters);

    assertThat(message.overTime().orElse(null)).isEqualTo(overTime);
    assertThat(message.reCount().orElse(null)).isEqualTo(reCount);
    assertThat(message.faults(Edition.V2017))
        .extracting(Fault::field)
        .containsExactly(faulty.isEmpty() ? new String[0] : new String[] {faulty});
  }

  @Test
  void textOfAValueThatIsNoneStays() {
    Message message = Exchange.message("1062", TO_LOGGER, Edition.V2017, "RtdInterval=half");

    assertThat(((SettingMessage.SetRealtimeInterval) message).seconds()).isEmpty();
    assertThat(message.parameters().text("RtdInterval")).contains("half");
    assertThat(message.faults(Edition.V2017).get(0).en())
        .isEqualTo("RtdInterval is half; it must be a whole number from 30 to 3600.");
  }

  @Test
  void answersHaveTheNumbersOfTheStandardAndOthersPass() {
    for (QnRtn value : QnRtn.values()) {
      assertThat(Interaction.RequestAnswer.of(value).qnRtn()).contains(value);
    }
    for (ExeRtn value : ExeRtn.values()) {
      assertThat(Interaction.ExecutionResult.of(value).exeRtn()).contains(value);
    }
    assertThat(Interaction.RequestAnswer.of(77).qnRtn()).isEmpty();
    assertThat(Interaction.RequestAnswer.of(77).number()).contains(77);
    assertThat(Interaction.ExecutionResult.of(42).exeRtn()).isEmpty();
    assertThat(Interaction.ExecutionResult.of(42).number()).contains(42);
  }

  @Test
  void spellingsOfOldCopiesAreRead() {
    Interaction.ExecutionResult result =
        (Interaction.ExecutionResult)
            Exchange.message("9012", TO_CENTRE, Edition.V2005, "ExtRtn=100");
    AlarmMessage.GetAlarmLimits limits =
        (AlarmMessage.GetAlarmLimits)
            Exchange.message("1021", TO_LOGGER, Edition.V2005, "Polld=101;PollD=102");
    SettingMessage.SetPassword password =
        (SettingMessage.SetPassword)
            Exchange.message("1072", TO_LOGGER, Edition.V2005, "PW=654321");

    assertThat(result.exeRtn()).contains(ExeRtn.NO_DATA);
    assertThat(limits.polIds()).containsExactly("101", "102");
    assertThat(password.password()).contains("654321");
  }

  @ParameterizedTest
  @CsvSource({
    "20260101085857, V2017, true, ''",
    "20260101085857001, V2017, true, SystemTime",
    "20260101085857001, V2005, true, ''",
    "2026-01-01, V2017, false, SystemTime",
    "20260230085857, V2017, false, SystemTime",
  })
  void timeIsReadFromItsFirstFourteenDigits(
      String text, Edition edition, boolean read, String faulty) {
    TimeMessage.DeviceTime time =
        (TimeMessage.DeviceTime) Exchange.message("1011", TO_CENTRE, edition, "SystemTime=" + text);

    assertThat(time.systemTime().isPresent()).isEqualTo(read);
    time.systemTime()
        .ifPresent(at -> assertThat(at).isEqualTo(LocalDateTime.of(2026, 1, 1, 8, 58, 57)));
    assertThat(time.faults(edition))
        .extracting(Fault::field)
        .containsExactly(faulty.isEmpty() ? new String[0] : new String[] {faulty});
  }

  @Test
  void spanOfTimeThatEndsBeforeItBeginsIsAFault() {
    Message message =
        Exchange.message(
            "2051", TO_LOGGER, Edition.V2005, "BeginTime=20260101010000,EndTime=20260101000000");

    assertThat(message.faults(Edition.V2005)).extracting(Fault::field).containsExactly("EndTime");
  }

  @Test
  void deviceReportGivesTextOfALogWithoutItsStrokes() {
    DeviceMessage.DeviceReport log =
        (DeviceMessage.DeviceReport)
            Exchange.message(
                "3020",
                TO_CENTRE,
                Edition.V2017,
                "DataTime=20260101145000;PolId=w01018;i11001-Info=//清洗;管路//;i12001-Info=1");

    assertThat(log.values()).isEqualTo(Map.of("i11001", "清洗;管路", "i12001", "1"));
    assertThat(log.polId()).contains("w01018");
    assertThat(log.faults(Edition.V2017)).isEmpty();
  }
}
