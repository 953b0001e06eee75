package io.touchline.portal;

import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.ReadingRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.OxygenConversion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A made-up fleet in Qinghai and Shanxi, the same on every run: records as the stages before make
 * them.
 */
final class Fleet {

  /** A kind of outlet: what it emits, and how much is usual. */
  private record Channel(OutletRecord.Limit limit, double usual, double spread) {}

  private static final String[][] AIR = {
    {"630100", "西宁市", "西宁特钢能源有限公司", "1号锅炉脱硫出口"},
    {"630100", "西宁市", "西宁特钢能源有限公司", "2号锅炉脱硫出口"},
    {"630121", "大通县", "华能大通热电厂", "1号机组总排口"},
    {"630121", "大通县", "华能大通热电厂", "2号机组总排口"},
    {"630200", "海东市", "乐都水泥有限公司", "窑尾烟囱"},
    {"632800", "海西州", "格尔木盐湖镁业动力站", "动力锅炉出口"},
    {"632800", "海西州", "德令哈纯碱厂热电车间", "3号锅炉出口"},
    {"140100", "太原市", "太原第一热电有限公司", "3号机组脱硝出口"},
    {"140100", "太原市", "太原第一热电有限公司", "4号机组脱硝出口"},
    {"140200", "大同市", "大同云冈热电有限公司", "1号机组总排口"},
    {"140400", "长治市", "长治潞安焦化有限公司", "1号焦炉烟囱（模拟数据）"},
    {"140500", "晋城市", "晋城兰花化工动力站", "循环流化床锅炉"},
    {"140700", "晋中市", "介休安泰焦化有限公司", "地面除尘站"},
    {"140800", "运城市", "运城海鑫钢铁烧结厂", "烧结机头"},
    {"141000", "临汾市", "临汾河西热源厂", "4号链条炉"},
    {"141100", "吕梁市", "孝义兴安氧化铝热电", "2号锅炉出口"},
  };

  private static final String[][] WATER = {
    {"630100", "西宁市", "西宁第五污水处理厂", "总排口"},
    {"630121", "大通县", "大通县污水处理厂", "总排口"},
    {"630200", "海东市", "平安区污水处理厂", "总排口"},
    {"632800", "海西州", "格尔木市污水处理厂", "总排口"},
    {"140100", "太原市", "太原晋阳污水处理厂", "二期总排口"},
    {"140200", "大同市", "大同东郊污水处理厂", "总排口"},
    {"140400", "长治市", "长治主城区污水处理厂", "总排口"},
    {"141000", "临汾市", "临汾第二污水处理厂", "总排口"},
  };

  private static final String PERMIT = "排污许可证 91630121000000019P001P";

  private static final LocalDate SINCE = LocalDate.parse("2018-07-30");

  private static final List<Channel> STACK =
      List.of(
          hour("a34013", "5", PERMIT, "许可排放浓度限值（取燃煤机组超低排放指标）", 3.1, 0.7),
          hour("a21026", "35", "DB14/T 1703-2018", "表1", 21, 6),
          hour("a21002", "50", PERMIT, "许可排放浓度限值（取燃煤机组超低排放指标）", 38, 6));

  private static final List<Channel> OUTFALL =
      List.of(
          range("w01001", "6", "9", 7.3, 0.2),
          day("w01018", "50", 31, 6),
          day("w21003", "5", 1.9, 0.7),
          day("w21011", "0.5", 0.27, 0.06),
          day("w21001", "15", 9.6, 1.6));

  private final Instant now;

  /** As it stands at an instant: the last whole hour before it is the newest. */
  Fleet(Instant now) {
    this.now = now;
  }

  private static Channel hour(
      String factor, String value, String source, String clause, double usual, double spread) {
    return new Channel(
        limit(factor, null, value, "mg/m3", Averaging.HOUR, Basis.CONVERTED, source, clause),
        usual,
        spread);
  }

  private static Channel day(String factor, String value, double usual, double spread) {
    return new Channel(
        limit(
            factor, null, value, "mg/L", Averaging.DAY, Basis.MEASURED, "GB 18918-2002", "表1 一级A"),
        usual,
        spread);
  }

  private static Channel range(
      String factor, String lower, String value, double usual, double spread) {
    return new Channel(
        limit(factor, lower, value, "", Averaging.DAY, Basis.MEASURED, "GB 18918-2002", "表1 一级A"),
        usual,
        spread);
  }

  private static OutletRecord.Limit limit(
      String factor,
      String lower,
      String value,
      String unit,
      Averaging averaging,
      Basis basis,
      String source,
      String clause) {
    return new OutletRecord.Limit(
        factor,
        lower == null ? null : Decimal.of(lower),
        Decimal.of(value),
        unit,
        averaging,
        basis,
        source,
        clause,
        SINCE,
        null);
  }

  List<OutletRecord> outlets() {
    List<OutletRecord> outlets = new ArrayList<>();
    for (int at = 0; at < AIR.length; at++) {
      outlets.add(outlet(AIR[at], Medium.AIR, at));
    }
    for (int at = 0; at < WATER.length; at++) {
      outlets.add(outlet(WATER[at], Medium.WATER, AIR.length + at));
    }
    return outlets;
  }

  private static OutletRecord outlet(String[] of, Medium medium, int number) {
    boolean air = medium == Medium.AIR;
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        "88888%s%08d".formatted(of[0], number + 1),
        (air ? "DA" : "DW") + "%03d".formatted(1 + number % 3),
        of[3],
        "91%s000000%04dX".formatted(of[0], number),
        of[2],
        of[0],
        of[1],
        medium,
        air ? "燃煤锅炉" : "城镇污水处理",
        air ? Decimal.of("6") : null,
        null,
        OutletProfile.Judge.REPORTED,
        "2017",
        null,
        SINCE,
        null,
        (air ? STACK : OUTFALL).stream().map(Channel::limit).toList());
  }

  /** Hours and days of one outlet, oldest first. */
  List<MeansRecord> means(OutletRecord outlet, int hours, int days) {
    List<MeansRecord> means = new ArrayList<>();
    Instant lastDay = AveragingPeriod.DAY.startOf(now).minus(AveragingPeriod.DAY.length());
    for (int back = days - 1; back >= 0; back--) {
      means.add(
          period(
              outlet,
              AveragingPeriod.DAY,
              lastDay.minus(AveragingPeriod.DAY.length().multipliedBy(back)),
              back));
    }
    Instant lastHour = AveragingPeriod.HOUR.startOf(now).minus(AveragingPeriod.HOUR.length());
    for (int back = hours - 1; back >= 0; back--) {
      means.add(
          period(
              outlet,
              AveragingPeriod.HOUR,
              lastHour.minus(AveragingPeriod.HOUR.length().multipliedBy(back)),
              back));
    }
    return means;
  }

  private MeansRecord period(OutletRecord outlet, AveragingPeriod period, Instant start, int back) {
    Random random = new Random(outlet.mn().hashCode() * 31L + start.getEpochSecond() / 3600);
    List<FrameRef> frames =
        List.of(
            new FrameRef(
                "touchline.packets",
                Math.floorMod(outlet.mn().hashCode(), 12),
                100_000L - back,
                "%016x%016x".formatted(random.nextLong(), random.nextLong())));
    SortedMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    boolean calibrating = outlet.mn().endsWith("05") && back == 0;
    boolean flagged = calibrating || Math.floorMod(outlet.mn().hashCode() / 7 + back, 29) == 3;
    for (Channel channel : outlet.medium() == Medium.AIR ? STACK : OUTFALL) {
      factors.put(channel.limit().factor(), factor(outlet, channel, period, back, random, flagged));
    }
    if (outlet.medium() == Medium.AIR) {
      factors.put("a19001", plain(7.5 + random.nextGaussian() * 0.4, "%", flagged));
      factors.put("a01012", plain(92 + random.nextGaussian() * 4, "degC", flagged));
      rederive(factors, outlet.referenceOxygen());
      factors.put("a00000", plain(214_000 + random.nextGaussian() * 9_000, "m3/h", flagged));
    } else {
      factors.put("w00000", plain(412 + random.nextGaussian() * 30, "L/s", flagged));
    }
    return new MeansRecord(
        MeansRecord.SCHEMA_VERSION, outlet.mn(), period, start, 1, Cause.LIVE, factors, frames);
  }

  /** Gives each concentration its value converted from the oxygen of the same period. */
  private static void rederive(SortedMap<String, MeansRecord.Factor> factors, Decimal reference) {
    Decimal oxygen = factors.get("a19001").value();
    factors.replaceAll(
        (code, factor) ->
            factor.converted() == null
                ? factor
                : new MeansRecord.Factor(
                    factor.revision(),
                    factor.cause(),
                    factor.revisedIn(),
                    factor.value(),
                    factor.converted(),
                    OxygenConversion.convert(factor.value(), oxygen, reference),
                    factor.unit(),
                    factor.amount(),
                    factor.massMg(),
                    factor.valid(),
                    factor.reason(),
                    factor.validity(),
                    factor.source(),
                    factor.inputs(),
                    factor.judgement()));
  }

  private static MeansRecord.Factor factor(
      OutletRecord outlet,
      Channel channel,
      AveragingPeriod period,
      int back,
      Random random,
      boolean flagged) {
    double wave = Math.sin((back + outlet.mn().hashCode() % 24) / 24.0 * 2 * Math.PI) * 0.4;
    double value = channel.usual() + channel.spread() * (random.nextGaussian() * 0.5 + wave);
    double share = shareWhereItRunsAway(outlet, channel, period, back);
    if (share > 0) {
      value = channel.limit().value().number().doubleValue() * share;
    }
    double oxygen = 7.5;
    boolean air = outlet.medium() == Medium.AIR;
    Decimal converted = air ? computed(value) : null;
    Decimal measured = computed(air ? value * (21 - oxygen) / (21 - 6) : value);
    boolean judgedPeriod = channel.limit().averaging().judgedEach() == period;
    return new MeansRecord.Factor(
        1,
        Cause.LIVE,
        1,
        measured,
        converted,
        null,
        channel.limit().unit(),
        null,
        air ? 1_000_000L : null,
        !flagged,
        flagged ? "flag C" : "",
        null,
        FactorMean.Source.REPORTED,
        List.of(0),
        judgedPeriod ? judged(channel.limit(), air ? converted : measured, flagged) : null);
  }

  /** Share of the limit where an outlet runs away, 0 where it goes on as usual. */
  private static double shareWhereItRunsAway(
      OutletRecord outlet, Channel channel, AveragingPeriod period, int back) {
    if (channel.limit().averaging().judgedEach() != period) {
      return 0;
    }
    String number = outlet.mn().substring(outlet.mn().length() - 2);
    return switch (number + ' ' + channel.limit().factor()) {
      case "03 a21026" -> back < 5 ? 2.15 - 0.2 * back : 0;
      case "08 a21002" -> back < 3 ? 1.31 : 0;
      case "11 a34013" -> back < 1 || back == 20 ? 1.076 : 0;
      case "21 w21003" -> back < 2 ? 1.642 : 0;
      default -> 0;
    };
  }

  private static MeansRecord.Judged judged(
      OutletRecord.Limit limit, Decimal value, boolean flagged) {
    if (flagged) {
      return new MeansRecord.Judged(
          limit.toDomain().rule(), limit, Verdict.NOT_JUDGED, null, null, "flag C");
    }
    boolean exceeds =
        value.exceeds(limit.value()) || (limit.lower() != null && limit.lower().exceeds(value));
    return new MeansRecord.Judged(
        limit.toDomain().rule(),
        limit,
        exceeds ? Verdict.EXCEEDS : Verdict.COMPLIANT,
        value,
        exceeds && limit.lower() == null ? multiple(value, limit.value()) : null,
        "");
  }

  private static Decimal multiple(Decimal value, Decimal limit) {
    return Decimal.computed(
        value.number().subtract(limit.number()).divide(limit.number(), MathContext.DECIMAL64));
  }

  private static MeansRecord.Factor plain(double value, String unit, boolean flagged) {
    return new MeansRecord.Factor(
        1,
        Cause.LIVE,
        1,
        computed(value),
        null,
        null,
        unit,
        null,
        null,
        !flagged,
        flagged ? "flag C" : "",
        null,
        FactorMean.Source.REPORTED,
        List.of(0),
        null);
  }

  private static Decimal computed(double value) {
    return Decimal.computed(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN));
  }

  /** What an outlet says at a moment. */
  ReadingRecord reading(OutletRecord outlet, Instant at) {
    Random random = new Random(outlet.mn().hashCode() + at.getEpochSecond());
    SortedMap<String, ReadingRecord.Factor> factors = new TreeMap<>();
    for (Channel channel : outlet.medium() == Medium.AIR ? STACK : OUTFALL) {
      Decimal value = computed(channel.usual() + random.nextGaussian() * channel.spread() / 2);
      factors.put(
          channel.limit().factor(),
          new ReadingRecord.Factor(
              value,
              null,
              null,
              outlet.medium() == Medium.AIR ? value : null,
              null,
              "N",
              channel.limit().unit(),
              null));
    }
    return new ReadingRecord(
        ReadingRecord.SCHEMA_VERSION,
        outlet.mn(),
        "2011",
        at,
        at,
        false,
        factors,
        new FrameRef("touchline.packets", 0, 1, "00112233445566778899aabbccddeeff"));
  }

  static Instant at(String civil) {
    return ChinaTime.parse(civil + "+08:00");
  }
}
