namespace Seaworthy.Model.Topology;

/// <summary>A program of development dependencies that the build of an image, or a build on a platform, calls.</summary>
public sealed record BuildTool(StartTool Call);
