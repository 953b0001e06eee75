package io.touchline.hj212.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1000 | V2017 | ReCount=3 OverTime=5                      | OverTime=5;ReCount=3
          1000 | V2005 | OverTime=12345 Recount=3                  | OverTime=12345;ReCount=3
          1001 | V2005 | WarnTime=5                                | WarnTime=5
          1002 | V2025 | i23005-Info=6970A                         | i23005-Info=6970A
          1011 | V2017 |                                           | ''
          1011 | V2017 | polid=w01018                              | PolId=w01018
          1012 | V2017 | SystemTime=20260101085857 PolId=w01018    | PolId=w01018;SystemTime=20260101085857
          1014 | V2025 | NewSK=0123456789abcdef SKCreateTime=20260101085857223 | SKCreateTime=20260101085857223,NewSK=0123456789abcdef
          1021 | V2005 | PolId=101,102                             | PolId=101;PolId=102
          1022 | V2005 | 102-UpValue=9 101-UpValue=9.9 101-LowValue=1 | 101-LowValue=1,101-UpValue=9.9;102-UpValue=9
          1042 | V2005 | ReportTime=0930                           | ReportTime=0930
          1062 | V2005 | RtdInterval=30                            | RtdInterval=30
          1064 | V2025 | MinInterval=10                            | MinInterval=10
          1072 | V2017 | NewPW=654321                              | NewPW=654321
          1072 | V2005 | NewPW=654321                              | PW=654321
          1072 | V2025 | PW=654321                                 | NewPW=654321
          2011 | V2025 |                                           | ''
          2011 | V2025 | BeginTime=20260101000000 EndTime=20260101010000 | BeginTime=20260101000000;EndTime=20260101010000
          2051 | V2017 | EndTime=20260101010000 BeginTime=20260101010000 | BeginTime=20260101010000;EndTime=20260101010000
          3011 | V2025 | CalibrationType=0 PolId=w01018            | PolId=w01018,CalibrationType=0
          3014 | V2005 | PolId=101 CTime=04,10                     | PolId=101,CTime=04,CTime=10
          3016 | V2017 | PolId=w01018 CstartTime=000000 Ctime=2    | PolId=w01018;CstartTime=000000;CTime=2
          3020 | V2017 | InfoId=i12001 PolId=w01018                | PolId=w01018;InfoId=i12001
          3021 | V2017 | i13004-Info=168.0 InfoId=i13004 PolId=w01018 | PolId=w01018;InfoId=i13004;i13004-Info=168.0
          """)
  void namedValuesBecomeTheParametersInTheOrderOfTheStandard(
      String cn, Edition edition, String given, String cp) {
    Request request = request(cn, given, edition);

    assertThat(request)
        .isInstanceOfSatisfying(
            Request.Right.class,
            right -> {
              assertThat(Exchange.cp(right.message())).isEqualTo(cp);
              assertThat(right.message().cn()).isEqualTo(cn);
              assertThat(right.message().dialog().isRequest()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1000 | V2017 | OverTime=100 ReCount=3      | OverTime is 100; it must be a whole number from 1 to 99.
          1000 | V2017 | OverTime=5 ReCount=0        | ReCount is 0; it must be a whole number from 1 to 99.
          1000 | V2017 | OverTime=5                  | ReCount is missing; it must be a whole number from 1 to 99.
          1000 | V2005 | OverTime=100000 ReCount=1   | OverTime is 100000; it must be a whole number from 1 to 99999.
          1002 | V2017 | i23005-Info=1               | CN 1002 does not belong here; use a command that HJ 212-2017 has for loggers.
          1011 | V2005 | PolId=101                   | PolId does not belong here; use no field: 1011 has none in HJ/T 212-2005.
          1012 | V2017 | SystemTime=2026-01-01       | SystemTime is 2026-01-01; it must be a time YYYYMMDDhhmmss.
          1014 | V2025 | SKCreateTime=20260101085857223 NewSK=short | NewSK must be 16 visible ASCII characters without ; , & =.
          1062 | V2017 | RtdInterval=29              | RtdInterval is 29; it must be a whole number from 30 to 3600.
          1062 | V2017 | RtdIntervall=30             | RtdIntervall does not belong here; use a field of 1062 in HJ 212-2017: RtdInterval. RtdInterval is missing; it must be a whole number from 30 to 3600.
          1064 | V2017 | MinInterval=7               | MinInterval is 7; it must be one of 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30.
          1064 | V2005 | MinInterval=10              | CN 1064 does not belong here; use a command that HJ/T 212-2005 has for loggers.
          1072 | V2017 | NewPW=12345                 | NewPW must be 6 visible ASCII characters without ; , & =.
          1072 | V2017 | NewPW=12;456                | NewPW must be 6 visible ASCII characters without ; , & =.
          1072 | V2017 | NewPW=密密密密密密            | NewPW must be 6 visible ASCII characters without ; , & =.
          2011 | V2017 | BeginTime=20260101000000 EndTime=20260101010000 | CN 2011 does not belong here; use a command that HJ 212-2017 has for loggers.
          2051 | V2017 | BeginTime=20260101010000 EndTime=20260101000000 | EndTime is 20260101000000; it must be a time not before BeginTime.
          2051 | V2017 |                             | BeginTime is missing; it must be a time YYYYMMDDhhmmss. EndTime is missing; it must be a time YYYYMMDDhhmmss.
          2072 | V2005 |                             | CN 2072 does not belong here; use a command that HJ/T 212-2005 has for loggers.
          3011 | V2017 | PolId=w1 CalibrationType=0  | CalibrationType does not belong here; use a field of 3011 in HJ 212-2017: PolId.
          3012 | V2017 | PolId=w1&&                  | PolId is w1&&; it must be 1 to 20 visible ASCII characters without ; , & =.
          3021 | V2017 | InfoId=i1 a;b-Info=1        | a;b-Info does not belong here; use a field of 3021 in HJ 212-2017: PolId, InfoId, -Info. -Info is missing; it must be 1 to 890 bytes of text without ; , & =.
          9013 | V2017 |                             | CN 9013 does not belong here; use a command that HJ 212-2017 has for loggers.
          """)
  void requestThatMakesNoSenseSaysWhatAndWhatToDo(
      String cn, Edition edition, String given, String sentence) {
    Request request = request(cn, given, edition);

    assertThat(request)
        .isInstanceOfSatisfying(
            Request.Wrong.class, wrong -> assertThat(wrong.en()).isEqualTo(sentence));
  }

  @Test
  void faultsAreToldInChineseToo() {
    assertThat(zh("1000", "OverTime=100", Edition.V2017))
        .isEqualTo("OverTime的值“100”有误，应为1至99的整数。缺少ReCount，应为1至99的整数。");
    assertThat(zh("1064", "", Edition.V2005)).isEqualTo("CN1064不适用，应使用HJ/T 212-2005中发往数采仪的命令。");
    assertThat(zh("1061", "x=1", Edition.V2017)).isEqualTo("x不适用，应使用无字段的1061（HJ 212-2017中不带字段）。");
    assertThat(zh("1072", "NewPW=1", Edition.V2017)).isEqualTo("NewPW应为6个可见ASCII字符，不含; , & =。");
  }

  private static String zh(String cn, String given, Edition edition) {
    return ((Request.Wrong) request(cn, given, edition)).zh();
  }

  private static Request request(String cn, String given, Edition edition) {
    return Request.of(CommandCode.of(cn).orElseThrow(), values(given), edition);
  }

  private static Map<String, String> values(String given) {
    Map<String, String> values = new HashMap<>();
    if (given != null && !given.isEmpty()) {
      for (String pair : given.strip().split(" ", -1)) {
        int equals = pair.indexOf('=');
        values.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return values;
  }
}
