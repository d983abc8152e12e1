using Seaworthy.Model.Source;

namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>A header for browsers that the configuration of the project's proxy adds to answers.</summary>
/// <param name="Name">As written.</param>
/// <param name="Value">Null when a variable makes it.</param>
/// <param name="Span">Where.</param>
public sealed record DeclaredHeader(string Name, string? Value, SourceSpan Span);
