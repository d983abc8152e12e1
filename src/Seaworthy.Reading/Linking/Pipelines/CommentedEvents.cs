using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Events of a workflow that somebody commented out, or says to be switched off: <c># push:</c>, <c># disabled: …</c> above the jobs.</summary>
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

            if (IsCommentedOut(text) || SaysSo(text))
            {
                return new SourceSpan(file, file.Lines.StartOf(line), 0);
            }
        }

        return null;
    }

    private static bool IsCommentedOut(string text) =>
        text is ['#', ..] && Array.Exists(Events, name => text.TrimStart('#', ' ').StartsWith(name, StringComparison.Ordinal));

    private static bool SaysSo(string text) =>
        text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sign
        && text.AsSpan(sign).TrimStart("# ").StartsWith("disabled", StringComparison.OrdinalIgnoreCase);
}
