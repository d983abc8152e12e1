using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Fuzz.Engine;

/// <summary>A deployment whose relations count who looks at them: what a rule looks through for each of its subjects shows in the number, on every machine the same.</summary>
internal static class CountedDeployment
{
    public static Deployment Of(Deployment deployment, LookCount count)
    {
        var counted = deployment with
        {
            Targets =
            [
                .. deployment.Targets.Select(target => target with { Workloads = new CountingList<Workload>(target.Workloads, count) }),
            ],
        };
        foreach (var property in typeof(Deployment).GetProperties().Where(property => property.CanWrite && IsList(property.PropertyType)))
        {
            var list = property.GetValue(counted);
            var type = typeof(CountingList<>).MakeGenericType(property.PropertyType.GetGenericArguments());
            property.SetValue(counted, Activator.CreateInstance(type, list, count));
        }

        return counted;
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
