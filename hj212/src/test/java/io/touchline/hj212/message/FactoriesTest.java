package io.touchline.hj212.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactoriesTest {

  private static final LocalDateTime NINE = LocalDateTime.of(2026, 1, 1, 9, 0);
  private static final LocalDateTime TEN = NINE.plusHours(1);

  static Stream<Arguments> messages() {
    return Stream.of(
        made(SettingMessage.RealtimeInterval.of(30), "RtdInterval=30"),
        made(SettingMessage.SetRealtimeInterval.of(30), "RtdInterval=30"),
        made(SettingMessage.MinuteInterval.of(10), "MinInterval=10"),
        made(SettingMessage.SetMinuteInterval.of(10), "MinInterval=10"),
        made(SettingMessage.SetPassword.of("654321"), "NewPW=654321"),
        made(SettingMessage.SetPassword.of2005("654321"), "PW=654321"),
        made(SettingMessage.SetTimeout.of(12_345, 3), "OverTime=12345;ReCount=3"),
        made(TimeMessage.GetTime.of("w01018"), "PolId=w01018"),
        made(TimeMessage.DeviceTime.of("", NINE), "SystemTime=20260101090000"),
        made(TimeMessage.SetTime.of("w1", NINE), "PolId=w1;SystemTime=20260101090000"),
        made(TimeMessage.TimeRequest.of("w1"), "PolId=w1"),
        made(
            TimeMessage.StartTime.of(TEN, NINE),
            "DataTime=20260101100000;RestartTime=20260101090000"),
        made(
            JoinMessage.HardwareSerials.of("L", "C", "M", "N"),
            "i23005-Info=L;i23006-Info=C;i23007-Info=M;i23008-Info=N"),
        made(JoinMessage.SetDeviceId.of("L"), "i23005-Info=L"),
        made(JoinMessage.KeyRequest.of(NINE), "SKCreateTime=20260101090000000"),
        made(
            JoinMessage.SetKey.of(NINE, "0123456789abcdef"),
            "SKCreateTime=20260101090000000,NewSK=0123456789abcdef"),
        made(
            SeriesRequest.HistoryRequest.of(MessageType.HOUR_HISTORY, NINE, TEN),
            "BeginTime=20260101090000;EndTime=20260101100000"),
        made(AlarmMessage.SetAlarmTime.of(5), "WarnTime=5"),
        made(AlarmMessage.GetAlarmLimits.of(List.of("101", "102")), "PolId=101;PolId=102"),
        made(
            AlarmMessage.SetAlarmLimits.of("101", "1.1", "9.9"),
            "101-LowValue=1.1,101-UpValue=9.9"),
        made(AlarmMessage.AlarmTarget.of("3882566"), "AlarmTarget=3882566"),
        made(AlarmMessage.SetAlarmTarget.of("3882566"), "AlarmTarget=3882566"),
        made(AlarmMessage.ReportTime.of("0930"), "ReportTime=0930"),
        made(AlarmMessage.SetReportTime.of("0930"), "ReportTime=0930"),
        made(ControlMessage.Calibrate.of("w1"), "PolId=w1"),
        made(ControlMessage.Calibrate.of("w1", 1), "PolId=w1,CalibrationType=1"),
        made(ControlMessage.SampleNow.of("w1"), "PolId=w1"),
        made(ControlMessage.Clean.of("w1"), "PolId=w1"),
        made(ControlMessage.CompareSampling.of("w1"), "PolId=w1"),
        made(
            ControlMessage.SetSamplingTimes.of("w1", List.of(4, 10)), "PolId=w1,CTime=04,CTime=10"),
        made(ControlMessage.RetainSample.of("w1"), "PolId=w1"),
        made(ControlMessage.StartCheck.of("w1"), "PolId=w1"),
        made(SamplingMessage.KeptSample.of(NINE, 1), "DataTime=20260101090000;VaseNo=1"),
        made(
            SamplingMessage.SetSamplingPeriod.of("w1", "000000", 2),
            "PolId=w1;CstartTime=000000;CTime=2"),
        made(SamplingMessage.GetSamplingPeriod.of("w1"), "PolId=w1"),
        made(
            SamplingMessage.SamplingPeriod.of("w1", "000000", 2),
            "PolId=w1;CstartTime=000000;CTime=2"),
        made(SamplingMessage.GetSampleDelay.of("w1"), "PolId=w1"),
        made(SamplingMessage.SampleDelay.of("w1", 40), "PolId=w1;Stime=40"),
        made(DeviceMessage.GetSerial.of("w1"), "PolId=w1"),
        made(DeviceMessage.Serial.of("w1", "010A"), "PolId=w1;w1-SN=010A"),
        made(DeviceMessage.GetDevice.of("w1", "i12001"), "PolId=w1;InfoId=i12001"),
        made(
            DeviceMessage.GetDeviceLog.of("", "i11001", NINE, TEN),
            "InfoId=i11001;BeginTime=20260101090000;EndTime=20260101100000"),
        made(
            DeviceMessage.DeviceReport.log(NINE, "w1", "i11001", "清洗;管路"),
            "DataTime=20260101090000;PolId=w1;i11001-Info=//清洗;管路//"),
        made(
            DeviceMessage.DeviceReport.of(NINE, "w1", "i12001", "1"),
            "DataTime=20260101090000;PolId=w1;i12001-Info=1"),
        made(
            DeviceMessage.SetDevice.of("w1", "i13004", "168.0"),
            "PolId=w1;InfoId=i13004;i13004-Info=168.0"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void messageOfGivenValuesIsWrittenInTheStandardsOrderWithoutFault(Known message, String cp) {
    assertThat(Exchange.cp(message)).isEqualTo(cp);
    assertThat(message.type().editions())
        .anySatisfy(edition -> assertThat(message.faults(edition)).isEmpty());
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        refused(() -> SettingMessage.SetTimeout.of(0, 3), "OverTime is 0"),
        refused(() -> SettingMessage.SetRealtimeInterval.of(3601), "RtdInterval is 3601"),
        refused(() -> SettingMessage.SetMinuteInterval.of(7), "MinInterval is 7"),
        refused(() -> SettingMessage.SetPassword.of("12345"), "NewPW must be 6 visible"),
        refused(() -> JoinMessage.SetKey.of(NINE, "short"), "NewSK must be 16 visible"),
        refused(() -> JoinMessage.SetKey.of(NINE, "0123456789abcde;"), "NewSK must not hold ;"),
        refused(
            () -> SeriesRequest.HistoryRequest.of(MessageType.MINUTE_HISTORY, TEN, NINE),
            "not before BeginTime"),
        refused(() -> ControlMessage.SampleNow.of(""), "PolId is missing"),
        refused(() -> ControlMessage.SampleNow.of("w1;CN=1072"), "PolId must not hold ;"),
        refused(() -> ControlMessage.Calibrate.of("w1", 2), "CalibrationType"),
        refused(() -> DeviceMessage.DeviceReport.log(NINE, "w1", "i11001", "a//b"), "//"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void messageThatNoEditionHasIsRefusedWithAReason(Supplier<Known> making, String reason) {
    assertThatThrownBy(making::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  private static Arguments made(Known message, String cp) {
    return Arguments.of(message, cp);
  }

  private static Arguments refused(Supplier<Known> making, String reason) {
    return Arguments.of(making, reason);
  }
}
