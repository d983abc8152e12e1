using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>To which services an environment gives its host names.</summary>
internal static class DomainChoice
{
    public const string Label = "seaworthy.domain";

    /// <param name="stack">Its services.</param>
    /// <param name="given">What the environment says.</param>
    /// <param name="isPublished">Whether a service publishes port 443.</param>
    /// <param name="problems">Receives why hosts can be given to no service.</param>
    /// <returns>The hosts by the name of the service.</returns>
    public static IReadOnlyDictionary<string, string> Of(
        ComposeStack stack,
        IReadOnlyList<DeclaredDomain> given,
        Func<ComposeService, bool> isPublished,
        List<string> problems
    )
    {
        Dictionary<string, string> chosen = new(StringComparer.Ordinal);
        foreach (var domain in given)
        {
            if (Service(stack, domain, isPublished, problems) is { } service)
            {
                chosen[service] = domain.Hosts.Value;
            }
        }

        return chosen;
    }

    private static string? Service(ComposeStack stack, DeclaredDomain domain, Func<ComposeService, bool> isPublished, List<string> problems)
    {
        var services = stack.Project.Services;
        if (domain.Service is { } named)
        {
            if (services.Any(service => service.Name.Value == named))
            {
                return named;
            }

            problems.Add($"{domain.Hosts.Span} gives a domain to '{named}', and {stack.Name} has no such service");
            return null;
        }

        var labelled = services.Where(service => service.Labels.Any(label => label.Name.Value == Label)).ToList();
        var fit = labelled.Count > 0 ? labelled : [.. services.Where(isPublished)];
        if (fit is [var only])
        {
            return only.Name.Value;
        }

        problems.Add(
            fit.Count == 0
                ? $"{domain.Hosts.Span} names a domain, and no service has the label {Label} or publishes port 443: write it below the name of a service"
                : $"{domain.Hosts.Span} names a domain, and {string.Join(", ", fit.Select(service => service.Name.Value))} could have it: write it below the name of the service"
        );
        return null;
    }
}
