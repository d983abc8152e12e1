using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>Dockerfile text to instructions: directives, comments, continued lines and here-documents. Takes the same view as BuildKit's parser.</summary>
/// <remarks>Source: Dockerfile reference, "Format", "Parser directives", "Here-Documents".</remarks>
internal static class DockerfileParser
{
    public static DockerfileSyntax Parse(SourceFile file) => Parse(MappedText.Of(file));

    /// <summary>A Dockerfile written inside another file, such as compose's <c>dockerfile_inline</c>.</summary>
    public static DockerfileSyntax Parse(MappedText text) => new DockerfileScan(text).Run();
}
