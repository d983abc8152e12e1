using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>The variables a compose service gets: the image's ENV, then its env files in order, then <c>environment</c>. The later one wins.</summary>
/// <remarks>Source: Docker documentation, "Environment variables precedence in Docker Compose".</remarks>
internal sealed class ComposeSupply(Deployment deployment, ComposeStack stack)
{
    // Many services may take one file.
    private readonly Dictionary<EnvFile, IReadOnlyList<SuppliedVariable>> taken = new(ReferenceEqualityComparer.Instance);

    private readonly Lazy<ILookup<string, ComposeSecret>> secrets = new(() =>
        stack.Project.Secrets.ToLookup(secret => secret.Name.Value, StringComparer.Ordinal)
    );

    /// <param name="service">One of its services.</param>
    /// <param name="layer">A file beside the project that gives the service variables, and cannot stand without it.</param>
    /// <param name="workload">What becomes of the service.</param>
    public Workload Supply(ComposeService service, string? layer, Workload workload)
    {
        Dictionary<string, SuppliedVariable> supplied = new(StringComparer.Ordinal);
        string? more = null;
        List<EnvEntry> promised = [];
        foreach (var variable in workload.Image?.Environment ?? [])
        {
            supplied[variable.Name] = variable;
        }

        foreach (var file in service.EnvFiles)
        {
            var path = stack.Text(file.Path) is { } written ? RepositoryPath.Join(stack.Project.Directory, written) : null;
            if (path is null || deployment.At<EnvFile>(path) is not { } env)
            {
                more = $"its env_file {file.Path.Raw} is not in the repository";
                promised.AddRange(Promised(deployment, path));
                continue;
            }

            foreach (var variable in Of(env))
            {
                supplied[variable.Name] = variable;
            }
        }

        // Uffizzi and others hand external secrets over as variables of the secret's own name.
        more ??= service.Secrets.Any(grant => IsNamedAsVariable(grant)) ? "its secrets may be set as variables" : null;
        more ??= layer is not null ? $"{layer} is meant to be loaded with it, and sets variables" : null;
        foreach (var variable in service.Environment)
        {
            supplied[variable.Name.Value] = new SuppliedVariable(
                variable.Name.Value,
                Value(stack, variable),
                variable.Span,
                SupplyOrigin.ComposeEnvironment
            );
        }

        return workload with
        {
            Supplied = [.. supplied.Values],
            SuppliesMoreBecause = more,
            Promised = promised,
        };
    }

    private static IReadOnlyList<EnvEntry> Promised(Deployment deployment, string? path) =>
        path is not null && EnvTemplates.Beside(deployment.Tree, path) is { } template
            ? deployment.At<EnvFile>(template)?.Entries ?? []
            : [];

    private IReadOnlyList<SuppliedVariable> Of(EnvFile file)
    {
        if (!taken.TryGetValue(file, out var variables))
        {
            variables = [.. file.Entries.Select(entry => Entry(stack, entry))];
            taken.Add(file, variables);
        }

        return variables;
    }

    private bool IsNamedAsVariable(ComposeGrant grant) =>
        secrets.Value[grant.Source.Value].FirstOrDefault() is { IsExternal: true, ActualName.Literal: { } name }
        && name.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_');

    private static SuppliedVariable Entry(ComposeStack stack, EnvEntry entry) =>
        new(
            entry.Name.Value,
            entry.Value is null ? Resolved.Unknown("taken from the environment in which compose is started", entry.Span)
                : entry.Quote == EnvQuote.Single ? Resolved.Known(entry.Value.Raw, entry.Span)
                : stack.Resolve(entry.Value),
            entry.Span,
            SupplyOrigin.EnvFile
        );

    private static Resolved Value(ComposeStack stack, ComposeVariable variable) =>
        variable.Value is { } template
            ? stack.Resolve(template)
            : Resolved.Unknown($"{variable.Name.Value} is passed through from the environment in which compose is started", variable.Span);
}
