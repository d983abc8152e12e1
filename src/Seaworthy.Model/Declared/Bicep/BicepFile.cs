using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Bicep;

/// <summary>A <c>.bicep</c> file, or values for one: <c>.bicepparam</c>, or a parameters file of Azure Resource Manager.</summary>
/// <remarks>Sources: Bicep documentation, "Bicep file structure and syntax", "Parameters files".</remarks>
public sealed record BicepFile(SourceFile File, IReadOnlyList<BicepStatement> Statements) : Artifact(File)
{
    /// <summary>Values for parameters, rather than a template.</summary>
    public bool IsValues { get; init; }

    public IEnumerable<T> Of<T>()
        where T : BicepStatement => Statements.OfType<T>();

    /// <summary>Every resource, those within others included.</summary>
    public IEnumerable<BicepStatement.Resource> Resources
    {
        get
        {
            Stack<BicepStatement> left = new(Statements.Reverse());
            while (left.TryPop(out var next))
            {
                if (next is BicepStatement.Resource resource)
                {
                    yield return resource;
                    foreach (var inner in (resource.Body?.Nested ?? []).Reverse())
                    {
                        left.Push(inner);
                    }
                }
            }
        }
    }
}
