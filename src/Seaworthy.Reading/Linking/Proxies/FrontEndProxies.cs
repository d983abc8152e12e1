using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Linking.Components;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Targets;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Front ends whose development server passes requests on, held against the web servers that serve their build.</summary>
/// <remarks>
/// Sources: Vite, "server.proxy": keys are beginnings of paths, or regular expressions behind <c>^</c>; Create React App, "Proxying API Requests in Development";
/// Angular, "Proxying to a backend server".
/// </remarks>
internal sealed class FrontEndProxies
{
    // They answer requests in the browser, in builds for a demonstration too.
    private static readonly string[] Mocks = ["msw", "miragejs", "axios-mock-adapter", "mockjs", "vite-plugin-mock"];

    private readonly Deployment deployment;
    private readonly CodeValues values;
    private readonly ILookup<string, Workload> workloads;
    private readonly RoutesInFront inFront;

    private FrontEndProxies(Deployment deployment, CodeModules modules)
    {
        this.deployment = deployment;
        values = new CodeValues(modules);
        workloads = WorkloadsByRoot.Of(deployment);
        inFront = new RoutesInFront(deployment);
    }

    public static IReadOnlyList<FrontEndProxy> Link(Deployment deployment, CodeModules modules)
    {
        FrontEndProxies linker = new(deployment, modules);
        return
        [
            .. deployment
                .Components.Where(component => Frameworks.MakeStaticSite(component.Frameworks))
                .Select(linker.Of)
                .OfType<FrontEndProxy>(),
        ];
    }

    private FrontEndProxy? Of(Component component)
    {
        var rules = Rules(component).ToList();
        if (rules.Count == 0)
        {
            return null;
        }

        if (Served(component) is not { Count: > 0 } served)
        {
            return null;
        }

        var calls = RelativeCalls.Of(deployment, component, values, workloads[component.Root]);
        var asked = Asked(component, rules, calls);
        if (asked.Count == 0)
        {
            return null;
        }

        // Which of several is the one that users meet, nobody here can tell: one that passes the path on is enough.
        HashSet<SourceFile> own = [.. served.SelectMany(each => each.Server.Files).Select(file => file.File)];
        var lost = asked.Where(path => !served.Exists(each => each.Server.Passes(path.Path)) && !inFront.Hold(path.Path, own)).ToList();
        if (served.Exists(each => each.Workload is { } workload && inFront.HasUnread(workload)))
        {
            return null;
        }

        var first = served.MaxBy(each => Rank(each.Workload)) ?? served[0];
        var published = first.Workload is { } run && !inFront.HasAny(run) ? Published(run) : null;
        if (published is null && inFront.HasGateway)
        {
            return null;
        }

        return new FrontEndProxy(component, first.Server.Name, first.Subject, first.Server.Place)
        {
            Lost = [.. lost.Select(path => path with { Upstream = Upstream(first.Workload, path) })],
            AnswersWithPage = first.Server.AnswersWithPage,
            Published = published,
            IsCertain =
                published is { Published: 80 or 443 }
                && first.Workload is { Kind: TargetKind.Compose, Environment: TargetEnvironment.Unstated or TargetEnvironment.Production }
                && !component.Manifests.OfType<Manifest>().Any(manifest => Mocks.Any(name => manifest.FindDependency(name) is not null)),
        };
    }

    private static int Rank(Workload? workload) =>
        workload is null ? 0
        : Published(workload) is { Published: 80 or 443 } ? 3
        : Published(workload) is not null ? 2
        : 1;

    // A Service of Kubernetes is reached from inside, until something leads to it.
    private static PortBinding? Published(Workload workload) =>
        workload.Ports.FirstOrDefault(port =>
            workload.Kind == TargetKind.Compose
            && port is { IsInformational: false, IsPickedByHost: false, HostAddress: null or "0.0.0.0" or "::" }
        );

    /// <summary>The web servers that serve the build; one that was not read is left out.</summary>
    private List<Serving> Served(Component component)
    {
        List<Serving> found = [];
        foreach (
            var workload in deployment.Workloads.Where(workload =>
                workload.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
                && !FilePurposes.Has(workload.Span.File.Path, FilePurpose.Retired)
                && Serves(workload, component)
            )
        )
        {
            if (FrontEndServer.Of(deployment, workload) is { } server)
            {
                found.Add(new Serving(workload, server, $"{workload.Name} in {workload.TargetName}"));
            }
        }

        foreach (
            var image in deployment.Images.Where(image =>
                !FilePurposes.Has(image.Dockerfile.File.Path, FilePurpose.Retired)
                && image is { IsForDevelopment: false, Build.IsTrial: false }
                && !deployment.WorkloadsOf(image.Dockerfile).Any()
                && Holds(image, component)
            )
        )
        {
            if (FrontEndServer.Of(deployment, image) is { } server)
            {
                found.Add(new Serving(null, server, image.Dockerfile.File.Path));
            }
        }

        return found;
    }

    private bool Serves(Workload workload, Component component) =>
        workload.Image is { } image
            ? Holds(image, component)
            : workload.Mounts.Any(mount =>
                mount is { Kind: MountKind.Bind, Source: { } source }
                && component.Root.Length > 0
                && source.StartsWith(component.Root + "/", StringComparison.Ordinal)
                && RepositoryPath.NameOf(source) is "dist" or "build" or "out" or "www"
            );

    /// <summary>Of several front ends in the context, the one that the image builds.</summary>
    private bool Holds(Image image, Component component)
    {
        var all = image.Components.Where(each => Frameworks.MakeStaticSite(each.Frameworks)).ToList();
        return all.Contains(component)
            && (
                all.Count == 1
                || BundleStep.Of(deployment, image).Select(step => step.Component).Distinct().ToList() is [var built] && built == component
            );
    }

    /// <summary>What the development server passes on, by the beginning of the path; empty for all that is not there.</summary>
    private IEnumerable<Rule> Rules(Component component) =>
        component
            .Code.SelectMany(file => file.Settings)
            .Where(setting => setting.Name.StartsWith(DevelopmentProxies.Passed, StringComparison.Ordinal))
            .Select(setting => new Rule(
                Beginning(setting.Name[DevelopmentProxies.Passed.Length..]),
                setting.Span,
                (setting.Value as CodeValue.Literal)?.Text
            ))
            .Concat(
                component
                    .Manifests.OfType<PackageJson>()
                    .Where(package => package.FindDependency("react-scripts") is not null)
                    .Select(package => package.DevelopmentProxy)
                    .OfType<Fact<string>>()
                    .Select(proxy => new Rule("", proxy.Span, proxy.Value))
            )
            .Concat(
                deployment
                    .Of<DevelopmentProxyFile>()
                    .Where(file => component.Frameworks.Contains("@angular/core") && component.Contains(file.File.Directory))
                    .SelectMany(file => file.Paths)
                    .Select(path => new Rule(Beginning(path.Value), path.Span, null))
            );

    /// <summary>The letters of a pattern up to the first that stands for others: <c>^/api/.*</c>, <c>/api/**</c>.</summary>
    private static string Beginning(string pattern)
    {
        var plain = pattern.TrimStart('^').Replace("\\/", "/", StringComparison.Ordinal);
        var end = plain.IndexOfAny(['*', '(', '[', '\\', '$', '?', '.', '|', '+', '{']);
        return (end < 0 ? plain : plain[..end]).TrimEnd('/');
    }

    /// <summary>The rules below which the source asks, each path once.</summary>
    private List<FrontEndPath> Asked(Component component, List<Rule> rules, IReadOnlyList<RelativeCalls.Call> calls)
    {
        var pairs =
            from call in calls
            let rule = rules.Where(rule => call.Path.StartsWith(rule.Path, StringComparison.Ordinal)).MaxBy(rule => rule.Path.Length)
            where rule is not null
            let first = "/" + call.Path.Split('/')[1]
            // A page's own files are there in both.
            where !first.Contains('{', StringComparison.Ordinal) && !IsFile(component, call.Path)
            select new
            {
                Rule = rule,
                Call = call,
                Path = rule.Path.Length > 0 ? rule.Path : first,
            };
        return
        [
            .. pairs
                .GroupBy(pair => pair.Path, StringComparer.Ordinal)
                .Select(same => new FrontEndPath(
                    same.Key,
                    same.First().Rule.Span,
                    [.. same.Select(pair => new Fact<string>(pair.Call.Path, pair.Call.Span))]
                )
                {
                    IsWrittenOut = same.First().Call.IsWrittenOut,
                    Upstream = same.First().Rule.Target,
                }),
        ];
    }

    private bool IsFile(Component component, string path) =>
        new[] { "public", "static", "src/assets" }
            .Select(directory => (component.Root.Length > 0 ? component.Root + "/" : "") + directory + path.TrimEnd('/'))
            .Any(file => deployment.Tree.HasFile(file) || deployment.Tree.HasDirectory(file));

    /// <summary>Who publishes the port of the developer's machine in the same target.</summary>
    private string? Upstream(Workload? server, FrontEndPath path) =>
        server is not null
        && path.Upstream is { } target
        && Address.OfUrl(target) is [{ Port: { } port } address]
        && deployment
            .Targets.Where(each => each.Workloads.Contains(server))
            .SelectMany(each => each.Workloads)
            .Where(other => other != server)
            .SelectMany(other => other.Ports, (other, binding) => new { other, binding })
            .FirstOrDefault(pair => address.IsLoopback ? pair.binding.Published == port : pair.other.HostNames.Contains(address.Host))
            is { other: var callee, binding: var found }
            ? $"http://{callee.Name}:{(address.IsLoopback ? found.Container : port)}"
            : null;

    /// <param name="Path">How the paths begin; empty for all that is not there.</param>
    private sealed record Rule(string Path, SourceSpan Span, string? Target);

    private sealed record Serving(Workload? Workload, FrontEndServer Server, string Subject);
}
