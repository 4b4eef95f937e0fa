using System.Globalization;

namespace Tabletop.Engine;

/// <summary>What one rule has measured for one team so far.</summary>
sealed class Tally
{
    bool _applies;
    bool _held;
    DateTimeOffset _last;
    TimeSpan _total;
    DateTimeOffset? _since;
    long? _version;

    internal Tally Copy() => (Tally)MemberwiseClone();

    internal void Follow(ScoreRule rule, Facts facts, Event e)
    {
        _applies |= facts.Holds(rule.Applies);
        switch (rule.Measure)
        {
            case Measure.HowLong(var condition, var from, var until, _, _):
                _total += _held ? Overlap(_last, facts.Now, from, until) : TimeSpan.Zero;
                _last = facts.Now;
                Note(facts.Holds(condition), facts.Now, e.Version);
                break;
            case Measure.HowSoon(var condition, _, _) when !_held:
                Note(facts.Holds(condition), facts.Now, e.Version);
                break;
            case Measure.AtTheEnd(var condition):
                Note(facts.Holds(condition), facts.Now, e.Version);
                break;
        }
    }

    internal ScoreLine Judge(ScoreRule rule, Facts facts, bool over)
    {
        var (share, settled, why) = rule.Measure switch
        {
            Measure.HowLong how => JudgeHowLong(how, facts.Now, over),
            Measure.HowSoon how => JudgeHowSoon(how, facts.Now, over),
            Measure.HowMuch how => JudgeHowMuch(how, facts.Amount(how.Counter), over),
            Measure.AtTheEnd end => (facts.Holds(end.Condition) ? 1m : 0m, over, facts.Holds(end.Condition) ? (Phrase)"True at the end." : (Phrase)"Not true at the end."),
            _ => throw new InvalidOperationException($"No rule for {rule.Measure.GetType().Name}."),
        };
        var applies = _applies || facts.Holds(rule.Applies);
        return new(
            rule.Id, rule.Dimension, rule.Title, applies ? Math.Round(share * rule.Points, 1) : 0, rule.Points,
            applies && settled, applies ? why : (Phrase)"It never came to this.", _since, _version, rule.Source)
        {
            Applies = applies,
        };
    }

    void Note(bool holds, DateTimeOffset now, long version)
    {
        if (holds != _held)
        {
            _since = now;
            _version = version;
        }

        _held = holds;
    }

    (decimal Share, bool Settled, Phrase Why) JudgeHowLong(Measure.HowLong how, DateTimeOffset now, bool over)
    {
        var total = _total + (_held ? Overlap(_last, now, how.From, how.Until) : TimeSpan.Zero);
        Phrase why = $"{Say(total)} between {how.From} and {(now < how.Until ? now : how.Until)}; all points up to {Say(how.Best)}, none from {Say(how.Worst)}.";
        return (Share(total.Ticks, how.Best.Ticks, how.Worst.Ticks), now >= how.Until || total >= how.Worst || (over && now > how.From), why);
    }

    (decimal Share, bool Settled, Phrase Why) JudgeHowSoon(Measure.HowSoon how, DateTimeOffset now, bool over)
    {
        if (!_held)
        {
            return (0, over || now >= how.Worst, over || now >= how.Worst ? (Phrase)$"Not by {(now < how.Worst ? now : how.Worst)}." : (Phrase)"Not yet.");
        }

        Phrase why = $"At {_since!.Value}; all points up to {how.Best}, none from {how.Worst}.";
        return (Share(_since.Value.UtcTicks, how.Best.UtcTicks, how.Worst.UtcTicks), true, why);
    }

    static (decimal Share, bool Settled, Phrase Why) JudgeHowMuch(Measure.HowMuch how, decimal amount, bool over)
    {
        var share = how.Worst == how.Best ? (amount <= how.Best ? 1 : 0) : Math.Clamp((how.Worst - amount) / (how.Worst - how.Best), 0, 1);
        return (share, over || amount >= how.Worst, (Phrase)$"{amount:0.##}; all points up to {how.Best}, none from {how.Worst}.");
    }

    static decimal Share(long value, long best, long worst) =>
        value <= best ? 1 : value >= worst ? 0 : (decimal)(worst - value) / (worst - best);

    static TimeSpan Overlap(DateTimeOffset from, DateTimeOffset to, DateTimeOffset low, DateTimeOffset high)
    {
        var start = from > low ? from : low;
        var end = to < high ? to : high;
        return end > start ? end - start : TimeSpan.Zero;
    }

    static string Say(TimeSpan span) => span switch
    {
        { Days: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.Days} d {span.Hours} h"),
        { Hours: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.Hours} h {span.Minutes:00} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min"),
    };
}
