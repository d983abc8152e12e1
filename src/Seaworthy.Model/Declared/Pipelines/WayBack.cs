using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>Words by which a file shows that there is a way back to the version before.</summary>
public static class WayBack
{
    /// <summary>A section of a guide is about it: <c>## Rollback procedure</c>.</summary>
    public static bool IsToldIn(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.File.Text;
        for (
            var at = text.IndexOf("rollback", StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf("rollback", at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (text.AsSpan(text.LastIndexOf('\n', at) + 1) is ['#', ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>ECS returns to the version before when the new one does not come up: for source, or a file of Terraform.</summary>
    /// <remarks>Source: Amazon ECS developer guide, "Deployment circuit breaker".</remarks>
    public static bool IsTakenByEcs(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Text.Contains("circuitBreaker", StringComparison.Ordinal)
                && file.Text.Contains("rollback: true", StringComparison.Ordinal)
            || file.Text.Contains("deployment_circuit_breaker", StringComparison.Ordinal);
    }

    /// <summary>What a pipeline does on another machine is in texts: <c>echo "failed to stay up, rolling back"</c>.</summary>
    public static bool IsTakenIn(SourceFile pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return pipeline.Text.Contains("rolling back", StringComparison.OrdinalIgnoreCase)
            || pipeline.Text.Contains("roll back to", StringComparison.OrdinalIgnoreCase);
    }
}
