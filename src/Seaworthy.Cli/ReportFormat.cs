namespace Seaworthy.Cli;

/// <summary>The forms in which a report can be written.</summary>
internal enum ReportFormat
{
    Terminal,
    Concise,
    Compact,
    Json,
    Markdown,
    Comment,
    Html,
    Sarif,
    Junit,
    Github,
    Gitlab,
    Csv,

    /// <summary>Of a comparison alone: what is posted on a pull request.</summary>
    Review,
}
