using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A header that nginx adds to an answer or sets on a request.</summary>
public sealed record NginxHeader(string Name, string Value, SourceSpan Span);
