using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A link: <c>SERVICE:ALIAS</c>, or <c>CONTAINER:ALIAS</c> for an external one.</summary>
public sealed record ComposeLink(Fact<string> Service, Fact<string>? Alias, SourceSpan Span);
