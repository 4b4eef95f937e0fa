using System.Globalization;
using System.Text;

namespace Tabletop.Benchmarks;

/// <summary>What was measured, as people write it.</summary>
static class Figures
{
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="share">0.5 is the median, 0.99 what one of a hundred exceeds.</param>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>A Markdown table.</summary>
    public static string Table(string[] head, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Prepend([.. head.Select(_ => "---")]).Prepend(head))
            table.Append("| ").AppendJoin(" | ", row).AppendLine(" |");
        return table.ToString();
    }
}
