using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>Where the program keeps files from one run to the next.</summary>
/// <param name="Path">The path; for a database also the address that holds it, such as <c>sqlite:///data/app.db</c>.</param>
/// <param name="IsRelativeToFile">Built from the source file's own directory (<c>__dirname</c>, <c>__file__</c>), not from the working directory.</param>
public sealed record KeptPath(CodeValue Path, KeptKind Kind, bool IsRelativeToFile, SourceSpan Span)
{
    /// <summary>The variable that names another database, where it is set: the program then leaves this one alone.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Whatever a variable names, it is a file below the program's directory, which only a volume there keeps.</summary>
    public bool IsFileAnyway { get; init; }
}
