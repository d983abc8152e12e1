using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A file or directory the program opens by a literal path.</summary>
/// <param name="IsRelativeToFile">Built from the source file's own directory (<c>__dirname</c>, <c>__file__</c>), not from the working directory.</param>
public sealed record OpenedPath(CodeValue Path, bool IsWrite, bool IsRelativeToFile, SourceSpan Span)
{
    /// <summary>Opened while the module loads: a missing file stops the program at start.</summary>
    public bool AtStartup { get; init; }

    /// <summary>Opened where the router is set up, in whatever package that stands.</summary>
    public bool IsOfRouter { get; init; }

    /// <summary>Looked for at each request (<c>http.Dir</c>, <c>ServeDir</c>): what is missing is answered with 404, and the program goes on.</summary>
    public bool IsServed { get; init; }
}
