using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Containers;

/// <summary>The names before an equals sign in files: each file is read once, however many names are looked for.</summary>
internal sealed class AssignedNames
{
    private static readonly PerDeployment<AssignedNames> Workflows = new(deployment => new AssignedNames(
        deployment.Of<Workflow>().SelectMany(workflow => workflow.NamesGiven)
    ));

    // The ends of words are looked for: turned round they are beginnings, which lie side by side in a sorted list.
    private readonly string[] reversed;

    private AssignedNames(IEnumerable<string> names) =>
        reversed = [.. names.Select(Reverse).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static AssignedNames InWorkflows(Deployment deployment) => Workflows.Of(deployment);

    /// <summary>The name, or a word that ends in it: <c>TAG</c> for <c>IMAGE_TAG=1</c>.</summary>
    public bool Contains(string name)
    {
        var sought = Reverse(name);
        var at = Array.BinarySearch(reversed, sought, StringComparer.Ordinal);
        return at >= 0 || (~at < reversed.Length && reversed[~at].StartsWith(sought, StringComparison.Ordinal));
    }

    private static string Reverse(string text) =>
        string.Create(
            text.Length,
            text,
            (span, written) =>
            {
                written.CopyTo(span);
                span.Reverse();
            }
        );
}
