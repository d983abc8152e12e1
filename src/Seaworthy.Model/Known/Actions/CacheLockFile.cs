namespace Seaworthy.Model.Known.Actions;

/// <summary>What a setup action looks for when its <c>cache</c> input has a value and no path is given; it fails when it finds none of it.</summary>
/// <param name="Files">File names, or patterns with <c>**</c>, from the root of the checkout.</param>
public sealed record CacheLockFile(string Action, string Cache, IReadOnlyList<string> Files);
