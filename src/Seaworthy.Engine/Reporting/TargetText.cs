using Seaworthy.Engine.Answering;

namespace Seaworthy.Engine.Reporting;

/// <summary>The answer per target in words: <c>compose.yaml breaks (6 findings block it)</c>.</summary>
public static class TargetText
{
    public static string Of(TargetAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var why =
            answer.Blocking.Count > 0
                ? $" ({answer.Blocking.Count} {(answer.Blocking.Count == 1 ? "finding blocks" : "findings block")} it)"
            : answer.Unread.Count > 0 ? $" ({answer.Unread[0]}{(answer.Unread.Count > 1 ? $", and {answer.Unread.Count - 1} more" : "")})"
            : "";
        return $"{answer.Target.Name}: {Words.Plain(Words.Of(answer.State))}{why}";
    }
}
