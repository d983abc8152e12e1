using System.Globalization;
using Seaworthy.Model;

namespace Seaworthy.Engine.Tracing;

/// <summary>Which relations an audit worked out, for whom, and what each took: where the time of joining goes.</summary>
public static class RelationTrace
{
    public static void Write(Deployment deployment, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(output);
        var runs = deployment.Relations?.Runs ?? [];
        var name = Width("relation", runs.Select(run => run.Name));
        var asker = Width("asked for by", runs.Select(run => run.Asker));
        Line("relation", "asked for by", "took ms", "itself ms", "links");
        foreach (var run in runs.OrderByDescending(run => run.Own.Ticks).ThenBy(run => run.Name, StringComparer.Ordinal))
        {
            Line(
                run.Name,
                run.Asker,
                Milliseconds(run.Took),
                Milliseconds(run.Own),
                run.Links.ToString("N0", CultureInfo.InvariantCulture)
            );
        }

        void Line(string relation, string by, string took, string own, string links) =>
            output.WriteLine($"{relation.PadRight(name)}  {by.PadRight(asker)}  {took, 9}  {own, 9}  {links, 9}");
    }

    private static int Width(string head, IEnumerable<string> texts) => texts.Append(head).Max(text => text.Length);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
