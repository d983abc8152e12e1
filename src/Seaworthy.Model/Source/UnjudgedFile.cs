namespace Seaworthy.Model.Source;

/// <summary>A file that says how the software is built, shipped or run, and whose harm nobody can tell: it is there, and what it does is not known.</summary>
/// <param name="Why">The rest of a sentence that begins with the path: <c>is empty</c>, <c>is hidden from git by .gitignore:3</c>.</param>
public sealed record UnjudgedFile(string Path, string Why);
