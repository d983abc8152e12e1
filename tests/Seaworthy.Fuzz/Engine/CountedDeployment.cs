using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Fuzz.Engine;

/// <summary>A deployment whose relations count who looks at them: what a rule looks through for each of its subjects shows in the number, on every machine the same.</summary>
internal static class CountedDeployment
{
    public static Deployment Of(Deployment deployment, LookCount count)
    {
        var relations = deployment.Relations ?? throw new InvalidOperationException("nothing joined it");
        // Joining is nobody's looking.
        foreach (var property in typeof(Deployment).GetProperties().Where(property => IsList(property.PropertyType)))
        {
            _ = property.GetValue(deployment);
        }

        return deployment with
        {
            Artifacts = new CountingList<Artifact>(deployment.Artifacts, count),
            Relations = new CountingRelations(relations, count),
        };
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
