namespace Seaworthy.Reading;

/// <summary>A file in which a tool finds nothing.</summary>
/// <param name="Why">The rest of a sentence that begins with the path.</param>
/// <param name="IsExpected">Something ought to be in it whether anything names it or not; else only where it is started or loaded.</param>
internal sealed record EmptyFile(string Path, string Why, bool IsExpected);
