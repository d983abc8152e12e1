using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A database that a script creates while a data store starts for the first time, beside the one that its image creates before.</summary>
/// <param name="Created">By the script, without asking whether it is there.</param>
/// <param name="Made">By the image.</param>
/// <param name="MadeAt">The line that configures the image; null for its default.</param>
public sealed record CreatedDatabase(Workload Store, Fact<string> Created, string Made, SourceSpan? MadeAt)
{
    public bool IsRepeated => string.Equals(Created.Value, Made, StringComparison.Ordinal);
}
