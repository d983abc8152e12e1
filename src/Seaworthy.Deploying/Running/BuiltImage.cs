namespace Seaworthy.Deploying.Running;

/// <summary>An image that a deployment built.</summary>
/// <param name="Name">Its tag, or its identity where it has none.</param>
/// <param name="Id">Its identity.</param>
public sealed record BuiltImage(string Name, string Id);
