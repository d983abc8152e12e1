using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>A here-document of RUN, COPY or ADD.</summary>
/// <param name="Expands">Its name is not quoted: variables in the body are replaced.</param>
/// <param name="Span">The marker on the instruction's line.</param>
/// <remarks>Source: Dockerfile reference, "Here-Documents".</remarks>
public sealed record Heredoc(string Name, MappedText Body, bool Expands, SourceSpan Span);
