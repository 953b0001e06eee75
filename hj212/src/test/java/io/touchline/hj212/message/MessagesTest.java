package io.touchline.hj212.message;

import static io.touchline.hj212.message.Direction.TO_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Parameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  /** One frame of every message, in an edition that has it: type, edition, CP. */
  static List<Example> examples() {
    return Arrays.stream(
            """
            REQUEST_ANSWER        2017 QnRtn=1
            RESULT                2017 ExeRtn=1
            NOTICE_ANSWER         2017
            DATA_REPLY            2025
            HEARTBEAT             2025
            LOGIN                 2005
            LOGIN_ANSWER          2005
            SET_TIMEOUT           2017 OverTime=5;ReCount=3
            GET_REALTIME_INTERVAL 2017
            REALTIME_INTERVAL     2017 RtdInterval=30
            SET_REALTIME_INTERVAL 2025 RtdInterval=30
            GET_MINUTE_INTERVAL   2017
            MINUTE_INTERVAL       2017 MinInterval=10
            SET_MINUTE_INTERVAL   2017 MinInterval=10
            SET_PASSWORD          2017 NewPW=654321
            SET_PASSWORD          2005 PW=654321
            GET_TIME              2017 PolId=w01018
            GET_TIME              2005
            DEVICE_TIME           2017 PolId=w01018;SystemTime=20260101085857
            DEVICE_TIME           2005 SystemTime=20260101085857001
            SET_TIME              2017 PolId=w01018;SystemTime=20260101085857
            TIME_REQUEST          2017 PolId=w01018
            START_TIME            2017 DataTime=20260101085857;RestartTime=20260101085624
            HARDWARE_SERIALS      2025 i23005-Info=6970A;i23006-Info=A8;i23007-Info=E8;i23008-Info=A7
            SET_DEVICE_ID         2025 i23005-Info=6970A
            KEY_REQUEST           2025 SKCreateTime=20260101085857223
            SET_KEY               2025 SKCreateTime=20260101085857223,NewSK=0123456789abcdef
            START_REALTIME        2017
            REALTIME_HISTORY      2025 BeginTime=20260101064500;EndTime=20260101084500
            STOP_REALTIME         2017
            RAW_HISTORY           2025 BeginTime=20260101080000;EndTime=20260101080000
            START_STATE           2017
            STOP_STATE            2017
            DAY_HISTORY           2017 BeginTime=20260101000000;EndTime=20260101000000
            HOURS_HISTORY         2005 BeginTime=20260101000000,EndTime=20260101000000
            MINUTE_HISTORY        2017 BeginTime=20260101084000;EndTime=20260101084000
            NOISE_HISTORY         2025 BeginTime=20260101084000;EndTime=20260101084000
            HOUR_HISTORY          2017 BeginTime=20260101080000;EndTime=20260101080000
            CHECK_HISTORY         2025 BeginTime=20260101080000;EndTime=20260101080000
            ALARM_HISTORY         2005 BeginTime=20260101010001,EndTime=20260101150030
            REALTIME              2017 DataTime=20260101085857;w01001-Rtd=7.1,w01001-Flag=N
            RAW                   2025 DataTime=20260101080000;w01018-SampleTime=20260101080000,w01018-Avg=40.1
            STATE                 2017 DataTime=20260101085857;SB1-RS=1;SB2-RS=0
            DAY                   2017 DataTime=20260101000000;w01018-Cou=2142.0,w01018-Avg=40.1
            RUNNING_HOURS         2017 DataTime=20260101000000;SB1-RT=1.1;SB2-RT=2.1
            MINUTE                2025 DataTime=20260101084000;a34013-Avg=7.5,a34013-RawAvg=7.1,a34013-Flag=N
            NOISE                 2025 DataTime=20260101084000;Leq-Data=50.0;LMx-Data=54.0
            HOUR                  2017 DataTime=20260101080000;w01018-Cou=63.0,w01018-Avg=40.1
            STANDARD_SAMPLE       2025 DataTime=20260101085857;w01018-SampleRd=15.3;w01018-StandardValue=12
            FURNACE               2025 DataTime=20260101011000;a01901-Avg=868
            SET_ALARM_TIME        2005 WarnTime=5
            GET_ALARM_LIMITS      2005 PolId=101;PolId=102
            ALARM_LIMITS          2005 101-LowValue=1.1,101-UpValue=9.9;102-UpValue=9.9
            SET_ALARM_LIMITS      2005 101-LowValue=1.1,101-UpValue=9.9
            GET_ALARM_TARGET      2005
            ALARM_TARGET          2005 AlarmTarget=3882566
            SET_ALARM_TARGET      2005 AlarmTarget=3882566
            GET_REPORT_TIME       2005
            REPORT_TIME           2005 ReportTime=0101
            SET_REPORT_TIME       2005 ReportTime=0101
            ALARM_RECORDS         2005 DataTime=20260101010101;101-Ala=1.1
            ALARM                 2005 AlarmTime=20260101010101;101-Ala=1.1,AlarmType=1
            CALIBRATE             2017 PolId=w01018
            CALIBRATE             2025 PolId=w01018,CalibrationType=0
            SAMPLE_NOW            2017 PolId=w01018
            CLEAN                 2017 PolId=w01018
            SET_SAMPLING_TIMES    2005 PolId=101,CTime=04,CTime=10
            COMPARE_SAMPLING      2017 PolId=w01018
            RETAIN_SAMPLE         2025 PolId=w01018
            START_CHECK           2025 PolId=w01018
            KEEP_SAMPLE           2017
            KEPT_SAMPLE           2017 DataTime=20260101085857;VaseNo=1
            SET_SAMPLING_PERIOD   2017 PolId=w01018;CstartTime=000000;CTime=2
            GET_SAMPLING_PERIOD   2017 PolId=w01018
            SAMPLING_PERIOD       2017 PolId=w01018;CstartTime=000000;CTime=2
            GET_SAMPLE_DELAY      2017 PolId=w01018
            SAMPLE_DELAY          2017 PolId=w01018;Stime=40
            GET_SERIAL            2017 PolId=w01018
            SERIAL                2017 PolId=w01018;w01018-SN=010000A8900016F000169DC1
            GET_DEVICE            2017 PolId=w01018;InfoId=i12001
            GET_DEVICE_LOG        2017 PolId=w01018;InfoId=i11001;BeginTime=20260101010522;EndTime=20260101085857
            DEVICE                2017 DataTime=20260101145000;PolId=w01018;i11001-Info=//清洗;管路//
            SET_DEVICE            2017 PolId=w01018;InfoId=i13004;i13004-Info=168.0
            """
                .lines()
                .toArray(String[]::new))
        .map(MessagesTest::example)
        .toList();
  }

  record Example(MessageType type, Edition edition, String cp) {}

  private static Example example(String line) {
    int year = line.indexOf(" 20");
    return new Example(
        MessageType.valueOf(line.substring(0, year).strip()),
        Edition.valueOf("V" + line.substring(year + 1, year + 5)),
        line.substring(year + 5).strip());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void standardFrameIsReadAsItsTypeWithoutFaultAndWrittenByteForByte(Example example) {
    String cn = example.type().code().cn();
    byte[] frame = Exchange.frame(cn, example.edition(), example.cp());
    Packet packet = Exchange.packet(frame);

    for (Direction direction : example.type().directions()) {
      Message message = Messages.of(packet, direction);

      assertThat(message)
          .isInstanceOfSatisfying(
              Known.class, known -> assertThat(known.type()).isEqualTo(example.type()));
      assertThat(message.cn()).isEqualTo(cn);
      assertThat(message.faults(example.edition())).isEmpty();
      assertThat(Exchange.text(Envelope.of(packet).frame(message))).isEqualTo(Exchange.text(frame));
    }
  }

  @Test
  void everyMessageHasAnExampleInAnEditionThatHasIt() {
    Set<MessageType> shown = EnumSet.noneOf(MessageType.class);
    for (Example example : examples()) {
      shown.add(example.type());
      assertThat(example.type().editions()).contains(example.edition());
    }

    assertThat(shown).containsExactlyInAnyOrder(MessageType.values());
  }

  @ParameterizedTest
  @CsvSource({
    "1001, TO_LOGGER, V2005, '', SET_ALARM_TIME",
    "1001, TO_CENTRE, V2025, '', HARDWARE_SERIALS",
    "1014, TO_LOGGER, V2025, '', SET_KEY",
    "1014, TO_CENTRE, V2025, '', KEY_REQUEST",
    "2011, TO_LOGGER, V2025, '', START_REALTIME",
    "2011, TO_LOGGER, V2025, 'BeginTime=1', REALTIME_HISTORY",
    "2011, TO_CENTRE, V2025, '', REALTIME",
    "2051, TO_LOGGER, V2017, '', MINUTE_HISTORY",
    "3014, TO_LOGGER, V2005, '', SET_SAMPLING_TIMES",
    "3014, TO_LOGGER, V2017, '', COMPARE_SAMPLING",
    "3014, TO_LOGGER, V2025, '', COMPARE_SAMPLING",
    "3020, TO_LOGGER, V2017, 'InfoId=i12001', GET_DEVICE",
    "3020, TO_LOGGER, V2017, 'InfoId=i11001;BeginTime=1', GET_DEVICE_LOG",
    "9015, TO_CENTRE, V2017, '', HEARTBEAT",
  })
  void codeThatMeansTwoThingsIsToldApart(
      String cn, Direction direction, Edition edition, String cp, MessageType type) {
    assertThat(Exchange.message(cn, direction, edition, cp))
        .isInstanceOfSatisfying(Known.class, known -> assertThat(known.type()).isEqualTo(type));
  }

  @ParameterizedTest
  @CsvSource({
    "3099, TO_LOGGER",
    "2000, TO_CENTRE",
    "2072, TO_LOGGER",
    "1012, TO_CENTRE",
    "x, TO_CENTRE"
  })
  void codeThatNoEditionHasThatWayPassesUntouched(String cn, Direction direction) {
    byte[] frame = Exchange.frame(cn, Edition.V2017, "a=1;zz-Qq=2,zz-Qq=3");
    Packet packet = Exchange.packet(frame);
    Message message = Messages.of(packet, direction);

    assertThat(message).isInstanceOf(Unknown.class);
    assertThat(message.cn()).isEqualTo(cn);
    assertThat(message.dialog()).isEqualTo(Dialog.UNKNOWN);
    assertThat(message.faults(Edition.V2017)).isEmpty();
    assertThat(Envelope.of(packet).frame(message)).isEqualTo(frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QN=20260101090002123;ST=91;CN=9011;PW=123456;MN=M1;Flag=4;CP=&&QnRtn=77;Vendor=x&&",
        "ST=91;CN=9012;PW=123456;MN=M1;CP=&&QN=20260101090002123;ExeRtn=1&&",
        "ST=32;CN=2011;PW=123456;MN=M1;CP=&&DataTime=20260101085857;B01-Rtd=100&&",
        "QN=20260101090002123;ST=21;CN=2011;PW=123456;MN=M1;Flag=9;CP=&&DataTime=1&&",
        "QN=20260101090002123;ST=91;CN=1001;PW=123456;MN=;Flag=9;CP=&&i23005-Info=1&&",
        "QN=1;ST=32;CN=2061;PW=1;MN=M1;Flag=11;PNUM=2;PNO=1;RF=1;CP=&&DataTime=1;q-Avg=1;&&",
        "QN=1,ST=32;CN=2061;PW=1;MN=M1;Flag=5CP=&&DataTime=1&&",
        "QN=1;ST=31;CN=2051;PW=1;MN=M1;PNO=0002;PNUM=0002;CP=&&DataTime=1&&",
        "ST=32;CN=2011;QN=1;PW=;MN=M1; Flag=5;X=外;CP=&& DataTime=1 ;&&",
        "ST=91;CN=9011;PW=1;MN=M1;Flag=0;CP=&&QnRtn=1;QN=1&&",
      })
  void headerAndFieldsOfAnyEditionAreWrittenAsTheyCame(String segment) {
    byte[] frame = Exchange.around(segment);
    Packet packet = Exchange.packet(frame);

    assertThat(Exchange.text(Envelope.of(packet).frame(Messages.of(packet, TO_CENTRE))))
        .isEqualTo(Exchange.text(frame));
  }

  @Test
  void headerThatWasChangedIsWrittenInTheStandardsShape() {
    Packet packet =
        Exchange.packet(Exchange.around("QN=1,ST=32;CN=2061;PW=1;MN=M1;Flag=5CP=&&DataTime=1&&"));
    Envelope came = Envelope.of(packet);

    assertThat(Exchange.text(came.withFlag(4).frame(Messages.of(packet, TO_CENTRE))))
        .contains("QN=1;ST=32;CN=2061;PW=1;MN=M1;Flag=4;CP=&&DataTime=1&&");
    assertThat(Exchange.text(came.frame(Interaction.Heartbeat.PLAIN)))
        .contains("QN=1;ST=32;CN=9015;PW=1;MN=M1;Flag=5;CP=&&&&");
  }

  @Test
  void recordThatStandsForSeveralTypesRefusesOthers() {
    assertThatThrownBy(() -> new Upload.FactorUpload(MessageType.MINUTE_HISTORY, Parameters.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SeriesRequest.HistoryRequest(MessageType.MINUTE, Parameters.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
