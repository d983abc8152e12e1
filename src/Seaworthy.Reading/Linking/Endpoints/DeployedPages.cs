using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Targets;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Deployed pages with their requests to localhost, and to others without TLS.</summary>
internal static class DeployedPages
{
    // Its pages run on the machine that also runs the server.
    private static readonly string[] Desktop = ["electron", "@tauri-apps/api", "@tauri-apps/cli", "nw"];

    public static IReadOnlyList<DeployedPage> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        return
        [
            .. from component in deployment.Components
            where !IsForDesktop(component) && InBrowser(component).Any(file => file.Calls.Count > 0)
            let workloads = deployment.WorkloadsOfRoot(component.Root).Where(workload => !workload.IsOneShot).ToList()
            let deployed = DeployedAs(deployment, component, workloads)
            where deployed is not null
            select new DeployedPage(component, deployed.Place, [.. Calls(deployment, component, workloads, values)])
            {
                Workload = deployed.Workload,
            },
        ];
    }

    /// <summary>What only a browser runs; of Next.js the files that say so.</summary>
    private static IEnumerable<CodeFile> InBrowser(Component component) =>
        component.IsStaticSite ? component.Code
        : component.Frameworks.Contains("next") ? component.Code.Where(file => file.IsClientModule)
        : [];

    private static bool IsForDesktop(Component component) =>
        component.Manifests.OfType<PackageJson>().Any(package => Array.Exists(Desktop, name => package.FindDependency(name) is not null));

    private static Deployed? DeployedAs(Deployment deployment, Component component, List<Workload> workloads)
    {
        var served = workloads
            .Where(workload => workload.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test))
            .MaxBy(workload => workload.Environment == TargetEnvironment.Production ? 1 : 0);
        return served is not null ? new Deployed(served, served.Span)
            : deployment.Artifacts.FirstOrDefault(artifact =>
                artifact is VercelConfig or NetlifyConfig
                && (artifact.File.Directory == component.Root || (artifact.File.Directory.Length == 0 && component.Root.Length > 0))
            )
                is { } platform
                ? new Deployed(null, platform.File.Whole)
            : null;
    }

    private static IEnumerable<CalledAddress> Calls(Deployment deployment, Component component, List<Workload> workloads, CodeValues values)
    {
        GivenValues given = new(deployment, component, workloads);
        var templates = deployment.Of<EnvFile>().Where(file => file.IsTemplate).Select(file => file.File).ToHashSet();
        List<Found> found = [];
        foreach (var file in InBrowser(component).Where(file => !file.IsTest && !BuildStep.IsConfiguration(file.File)))
        {
            found.AddRange(file.Calls.Select(call => Of(call, file, values, given, templates)).OfType<Found>());
        }

        return found
            .Where(one => !IsReplaced(deployment, one.Origin.File))
            .GroupBy(one => new
            {
                one.Origin.File.Path,
                one.Origin.Start,
                one.Address,
            })
            .Select(same => new CalledAddress(same.Key.Address, same.First().Origin, [.. same.Select(one => one.Call)])
            {
                IsLoopback = same.First().IsLoopback,
                Unset = same.First().Unset,
            });
    }

    /// <param name="templates">Env files that nothing loads under their name: what they say, the build does not have.</param>
    private static Found? Of(HttpCall call, CodeFile file, CodeValues values, GivenValues given, HashSet<SourceFile> templates)
    {
        string? unset = null,
            asked = null;
        var (text, chain) = UrlPattern.Of(call.Url, file, values, Ask);
        if (!text.Contains("://", StringComparison.Ordinal) && call.Client is { } client)
        {
            (text, chain) = UrlPattern.OfBase(client, call, file, values, Ask);
        }

        return Address.OfUrl(text) is [var address] && (address.IsLoopback || IsPlain(address))
            ? new Found(
                $"{address.Scheme}://{address.Host}{(address.Port is { } port ? $":{port}" : "")}",
                chain.Count > 0 ? chain[0] : call.Span,
                call.Span,
                unset ?? (chain.Count > 0 && templates.Contains(chain[0].File) ? asked : null),
                address.IsLoopback
            )
            : null;

        Resolved? Ask(string name)
        {
            var answer = given.Find(name);
            asked = name;
            unset = answer is null ? name : unset;
            return answer;
        }
    }

    /// <summary>Without TLS, at a name or a number that is one of a network: names of containers are judged elsewhere.</summary>
    private static bool IsPlain(Address address) =>
        address.Scheme == "http"
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.Contains(Resolved.Hole, StringComparison.Ordinal);

    /// <summary>A production build takes another file in its place: <c>environment.prod.ts</c>.</summary>
    /// <remarks>Source: Angular documentation, "Configuring application environments", fileReplacements.</remarks>
    private static bool IsReplaced(Deployment deployment, SourceFile file) =>
        EnvironmentName.Of(file.Name) is TargetEnvironment.Development or TargetEnvironment.Test
        || deployment
            .In<CodeFile>(file.Directory)
            .Any(other =>
                other.File.Name != file.Name
                && EnvironmentName.Of(other.File.Name) == TargetEnvironment.Production
                && other.File.Name.StartsWith(file.Name.Split('.')[0], StringComparison.Ordinal)
            );

    private sealed record Deployed(Workload? Workload, SourceSpan Place);

    private sealed record Found(string Address, SourceSpan Origin, SourceSpan Call, string? Unset, bool IsLoopback);
}
