using System.Text.RegularExpressions;

namespace Seaworthy.Model.Source;

/// <summary>What another program printed, and somebody pasted into a script: the log of a build, of npm, a trace of a stack.</summary>
/// <remarks>Sources: moby/buildkit, util/progress/progressui; npm, "Logging"; Python, "traceback".</remarks>
public static partial class ProgramOutput
{
    private const int Fewest = 3;

    private const int WidestGap = 8;

    /// <summary>From its first line to its last, as far as they are known; null when the place is in no such text.</summary>
    public static SourceSpan? Around(SourceSpan place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var file = place.File;
        var (first, last, count) = (0, 0, 0);
        for (var line = place.StartLine; line >= 1 && Gap(first, line, place) <= WidestGap; line--)
        {
            if (Printed().IsMatch(file.Lines.TextOf(line)))
            {
                (first, last, count) = (line, Math.Max(last, line), count + 1);
            }
        }

        for (var line = place.StartLine + 1; line <= file.Lines.Count && line - Math.Max(last, place.StartLine) <= WidestGap; line++)
        {
            if (Printed().IsMatch(file.Lines.TextOf(line)))
            {
                (last, count) = (line, count + 1);
            }
        }

        var start = file.Lines.StartOf(first);
        return first > 0 && count >= Fewest
            ? new SourceSpan(file, start, file.Lines.StartOf(last) - start + file.Lines.TextOf(last).Length)
            : null;
    }

    private static int Gap(int first, int line, SourceSpan place) => (first == 0 ? place.StartLine : first) - line;

    [GeneratedRegex(
        @"^\s*=> (ERROR |CACHED )?(\[|=> )|^#\d+ |^\d+\.\d+ |^-{4,}\s*$|^\s*> \[|^\s*\d+ \| |^npm (warn|error|ERR!|WARN)|^Traceback \(|^\s+File "".+"", line \d+|^\s+at \S+ \("
    )]
    private static partial Regex Printed();
}
