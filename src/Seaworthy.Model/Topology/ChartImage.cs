namespace Seaworthy.Model.Topology;

/// <summary>An image that the values of a Helm chart name, so that pods run it.</summary>
public sealed record ChartImage(Image Image);
