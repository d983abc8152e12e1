using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A path that a file of PM2 names.</summary>
/// <param name="Written">The value; null when it is computed from what the file does not tell.</param>
/// <param name="IsFromFile">Counted from the directory of the file itself: <c>__dirname</c>. Else from where PM2 is called.</param>
public sealed record Pm2Path(string? Written, SourceSpan Span, bool IsFromFile = false);
