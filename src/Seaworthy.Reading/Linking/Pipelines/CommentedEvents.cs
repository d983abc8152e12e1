using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Events of a workflow that somebody commented out: <c># push:</c> below <c>on:</c>.</summary>
internal static class CommentedEvents
{
    private static readonly string[] Events = ["push:", "pull_request:", "schedule:", "release:"];

    /// <summary>The first of them; null when there is none above the jobs.</summary>
    public static SourceSpan? FirstIn(SourceFile file)
    {
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            var text = file.Lines.TextOf(line).TrimStart();
            if (text.StartsWith("jobs:", StringComparison.Ordinal))
            {
                return null;
            }

            if (text is ['#', ..] && Array.Exists(Events, name => text.TrimStart('#', ' ').StartsWith(name, StringComparison.Ordinal)))
            {
                return new SourceSpan(file, file.Lines.StartOf(line), 0);
            }
        }

        return null;
    }
}
