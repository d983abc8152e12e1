using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A key with its value, both with their place. A JSON <c>null</c> is the empty text.</summary>
public sealed record ConfigurationSetting(string Key, string Value, SourceSpan KeySpan, SourceSpan ValueSpan);
