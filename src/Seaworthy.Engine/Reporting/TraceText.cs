using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Engine.Tracing;
using Seaworthy.Model;

namespace Seaworthy.Engine.Reporting;

/// <summary>An answer as text: one heading for whose it is, under it the places in the order of flow, each with the line it quotes.</summary>
public static class TraceText
{
    public static void Write(Deployment deployment, IEnumerable<TraceLine> lines, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var quotations = Quotations.Of(deployment);
        var isFirst = true;
        foreach (var owner in lines.GroupBy(line => line.Owner, StringComparer.Ordinal))
        {
            output.WriteLine(isFirst ? quotations.Text(owner.Key) : "\n" + quotations.Text(owner.Key));
            isFirst = false;
            // What one line says twice is said once.
            var places = owner.DistinctBy(line => new { line.Step, Place = line.Span.ToString() }).OrderBy(line => (int)line.Step).ToList();
            var width = places.Max(line => Place(line).Length);
            foreach (var line in places)
            {
                var said = line.Statement.Length > 0 ? $"  ({quotations.Text(line.Statement)})" : "";
                output.WriteLine($"  {Word(line.Step), -10} {Place(line).PadRight(width)}  {quotations.Line(line.Span)}{said}".TrimEnd());
            }
        }
    }

    private static string Place(TraceLine line) => Quote.Text(line.Span.ToString());

    private static string Word(TraceStep step) =>
        step switch
        {
            TraceStep.Declared => "declared",
            TraceStep.Documented => "written",
            TraceStep.Built => "built",
            TraceStep.Given => "given",
            TraceStep.Starts => "starts",
            TraceStep.Listens => "listens",
            TraceStep.Exposed => "exposed",
            TraceStep.Published => "published",
            TraceStep.Mounted => "mounted",
            TraceStep.Probed => "probed",
            TraceStep.Read => "read",
            TraceStep.Calls => "calls",
            _ => "called",
        };
}
