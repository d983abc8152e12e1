namespace Seaworthy.Model.Source;

/// <summary>Something that the audit could not do, or was configured not to show. It continues and reports the gap.</summary>
/// <param name="Path">The affected file, if there is one.</param>
public sealed record Diagnostic(DiagnosticKind Kind, string Message, string? Path = null)
{
    /// <summary>For a crash: its stack trace, for debugging.</summary>
    public string? Trace { get; init; }

    /// <summary>Verdicts may be missing because of it. A file left out by a documented limit is no such case.</summary>
    public bool IsIncomplete =>
        Kind
            is DiagnosticKind.ReaderCrashed
                or DiagnosticKind.LinkingCrashed
                or DiagnosticKind.RuleCrashed
                or DiagnosticKind.LimitReached
                or DiagnosticKind.FileUnreadable
                or DiagnosticKind.TrackedFilesUnknown
                or DiagnosticKind.SystemSilent;

    /// <summary>A fault of our own. The message of an exception may quote the machine; its type does not.</summary>
    public static Diagnostic Crash(DiagnosticKind kind, string what, Exception exception, string? path)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(kind, $"{what} with {exception.GetType().Name}. This is a fault of Seaworthy.", path) { Trace = exception.ToString() };
    }
}
