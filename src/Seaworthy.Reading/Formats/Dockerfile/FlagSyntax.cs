using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary><c>--name</c> or <c>--name=value</c> between keyword and arguments. <paramref name="Name"/> without its dashes.</summary>
internal sealed record FlagSyntax(string Name, MappedText? Value, SourceSpan Span);
