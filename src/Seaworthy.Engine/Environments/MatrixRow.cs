using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Environments;

/// <summary>One statement of a service in every environment.</summary>
/// <param name="Name">Of a variable, its name; else empty.</param>
/// <param name="Cells">In the order of the environments.</param>
/// <param name="Because">What makes the difference what it is; empty where there is none.</param>
public sealed record MatrixRow(Aspect Aspect, string Name, IReadOnlyList<MatrixCell> Cells, Difference Difference, string Because)
{
    /// <summary>Of a variable: where the code reads it, when that is known.</summary>
    public SourceSpan? ReadAt { get; init; }

    /// <summary>As a person calls it: <c>variable DATABASE_URL</c>, <c>image</c>.</summary>
    public string Title => Name.Length > 0 ? Name : AspectName(Aspect);

    private static string AspectName(Aspect aspect) =>
        aspect switch
        {
            Aspect.Presence => "runs",
            Aspect.Image => "image",
            Aspect.Port => "port",
            Aspect.Exposure => "published",
            Aspect.Health => "health check",
            Aspect.Replicas => "replicas",
            Aspect.Limits => "limits",
            Aspect.Restart => "restart",
            _ => "variable",
        };
}
