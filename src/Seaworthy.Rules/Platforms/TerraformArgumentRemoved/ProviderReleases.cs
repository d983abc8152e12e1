using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>Directories of Terraform that somebody applies, and the providers that they use.</summary>
/// <remarks>Sources: Terraform documentation, "Provider Requirements", "Version Constraints", "Dependency Lock File"; <see cref="TerraformRemoval"/>.</remarks>
internal static class ProviderReleases
{
    private static readonly ILookup<string, TerraformRemoval> Removals = TerraformRemoval.All.ToLookup(removal => removal.Provider);

    public static IReadOnlyList<ProviderRelease> Link(Deployment deployment)
    {
        var modules = deployment
            .Of<TerraformFile>()
            .Where(file => !file.IsValues)
            .GroupBy(file => file.File.Directory, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.OrderBy(file => file.File.Path, StringComparer.Ordinal).ToList(),
                StringComparer.Ordinal
            );
        var callers = modules
            .SelectMany(module => Sources(module.Key, module.Value), (module, called) => new { Called = called, Caller = module.Key })
            .ToLookup(call => call.Called, call => call.Caller, StringComparer.Ordinal);
        return
        [
            .. from module in modules.OrderBy(module => module.Key, StringComparer.Ordinal)
            where !IsPattern(module.Key, callers)
            from provider in Removals
            let release = Of(deployment, module.Key, provider.Key, modules, callers)
            where release is not null
            select release,
        ];
    }

    private static ProviderRelease? Of(
        Deployment deployment,
        string directory,
        string provider,
        Dictionary<string, List<TerraformFile>> modules,
        ILookup<string, string> callers
    )
    {
        var blocks = modules[directory].SelectMany(file => file.Body.Blocks).ToList();
        if (blocks.Find(block => IsOf(block, provider)) is not { } own)
        {
            return null;
        }

        // The module that is applied decides together with it. Of several, the first is the one to show.
        var root = RootOf(directory, callers);
        List<TerraformFile> files = root == directory ? modules[directory] : [.. modules[directory], .. modules[root]];
        var constraints = files.SelectMany(file => ConstraintsOf(file, provider)).ToList();
        if (constraints.Exists(constraint => constraint is null))
        {
            return null;
        }

        var locked = deployment
            .In<TerraformLock>(root)
            .SelectMany(file => file.Providers)
            .FirstOrDefault(held => held.Address.EndsWith("/hashicorp/" + provider, StringComparison.Ordinal));
        var asked = string.Join(", ", constraints.Select(constraint => constraint?.Value));
        if (locked is null && VersionRange.Parse(asked.Length > 0 ? asked : ">= 0", "terraform") is not { })
        {
            return null;
        }

        List<RemovedUse> uses =
        [
            .. from removal in Removals[provider]
            where Refuses(removal, locked?.Version.Value, asked)
            from block in blocks
            where block.Type.Value == removal.Block && block.Label(0) == removal.Type
            from span in UsesOf(block, removal)
            select new RemovedUse(removal, span),
        ];
        var isOpen = locked is null && uses.Exists(use => !use.Removal.IsBefore && MayBeOlder(use.Removal, asked));
        return new ProviderRelease(
            directory,
            provider,
            locked?.Version.Value ?? (asked.Length > 0 ? asked : ""),
            locked?.Version.Span ?? constraints.FirstOrDefault()?.Span,
            uses
        )
        {
            Block = own.Span,
            IsOpen = isOpen,
            Foreign = isOpen ? ForeignIn(root, modules) : null,
        };
    }

    private static bool Refuses(TerraformRemoval removal, string? locked, string asked)
    {
        if (VersionLine.Parse(removal.Version) is not { } gone)
        {
            return false;
        }

        if (locked is not null)
        {
            return VersionLine.Parse(locked) is { } version
                && (removal.IsBefore ? version.First < gone.First : version.First >= gone.First);
        }

        // Without a lock file, the newest version that meets all constraints is installed.
        var isNewer = asked.Length == 0 || VersionRange.Parse(asked, "terraform")?.Accepts(gone with { End = long.MaxValue }) == true;
        return removal.IsBefore ? !isNewer : isNewer;
    }

    private static bool MayBeOlder(TerraformRemoval removal, string asked) =>
        asked.Length == 0
        || (
            VersionLine.Parse(removal.Version) is { } gone
            && VersionRange.Parse(asked, "terraform")?.Accepts(new VersionLine(0, gone.First)) == true
        );

    /// <summary>A null stands for a constraint that is computed, or for a provider of others under this name.</summary>
    private static IEnumerable<Fact<string>?> ConstraintsOf(TerraformFile file, string provider)
    {
        foreach (
            var attribute in file
                .Body.Of("terraform")
                .SelectMany(block => block.Body.Of("required_providers"))
                .Select(block => block.Body[provider])
        )
        {
            switch (attribute?.Value)
            {
                case null:
                    break;
                case HclExpression.Literal { IsText: true } only:
                    yield return new Fact<string>(only.Text, only.Span);
                    break;
                case HclExpression.Object asked when IsOfMaker(TextOf(asked, "source"), provider):
                    if (TextOf(asked, "version") is { } version)
                    {
                        yield return new Fact<string>(version.Text, version.Span);
                    }

                    break;
                default:
                    yield return null;
                    break;
            }
        }

        foreach (var block in file.Body.Of("provider").Where(block => block.Label(0) == provider))
        {
            if (block.Body["version"]?.Value is HclExpression.Literal { IsText: true } old)
            {
                yield return new Fact<string>(old.Text, old.Span);
            }
        }
    }

    private static bool IsOfMaker(HclExpression.Literal? source, string provider) =>
        source is null || source.Text.EndsWith("hashicorp/" + provider, StringComparison.OrdinalIgnoreCase);

    private static HclExpression.Literal? TextOf(HclExpression.Object asked, string key) =>
        asked
            .Items.FirstOrDefault(item =>
                item.Key is HclExpression.Name { Text: var name }
                    ? name == key
                    : item.Key is HclExpression.Literal literal && literal.Text == key
            )
            ?.Value as HclExpression.Literal;

    private static bool IsOf(HclBlock block, string provider) =>
        block.Type.Value switch
        {
            "provider" => block.Label(0) == provider,
            "resource" or "data" => block.Label(0).StartsWith(provider + "_", StringComparison.Ordinal),
            _ => false,
        };

    private static IEnumerable<SourceSpan> UsesOf(HclBlock block, TerraformRemoval removal)
    {
        if (removal.Argument.Length == 0)
        {
            return [block.Span];
        }

        IEnumerable<HclBody> bodies = [block.Body];
        var path = removal.Argument.Split('.');
        foreach (var outer in path[..^1])
        {
            bodies = bodies.SelectMany(body => Inner(body, outer)).Select(inner => inner.Body).ToList();
        }

        return bodies.SelectMany(body =>
            (removal.Form == TerraformForm.Attribute ? [] : Inner(body, path[^1]).Select(inner => inner.Span)).Concat(
                removal.Form != TerraformForm.Block && body[path[^1]] is { } attribute ? [attribute.Span] : []
            )
        );
    }

    private static IEnumerable<HclBlock> Inner(HclBody body, string name) =>
        body.Blocks.Where(block => block.Type.Value == name || (block.Type.Value == "dynamic" && block.Label(0) == name));

    private static IEnumerable<string> Sources(string directory, List<TerraformFile> files) =>
        files
            .SelectMany(file => file.Body.Of("module"))
            .Select(call => call.Body["source"]?.Value)
            .OfType<HclExpression.Literal>()
            .Where(source => source.Text.StartsWith('.'))
            .Select(source => RepositoryPath.Join(directory, source.Text))
            .OfType<string>();

    /// <summary>The first module of a registry or of another repository among everything that is applied together.</summary>
    private static SourceSpan? ForeignIn(string root, Dictionary<string, List<TerraformFile>> modules)
    {
        HashSet<string> seen = new([root], StringComparer.Ordinal);
        Queue<string> open = new(seen);
        while (open.TryDequeue(out var next))
        {
            if (!modules.TryGetValue(next, out var files))
            {
                continue;
            }

            if (files.SelectMany(file => file.Body.Of("module")).FirstOrDefault(call => !IsLocal(call)) is { } foreign)
            {
                return foreign.Span;
            }

            foreach (var called in Sources(next, files).Where(seen.Add))
            {
                open.Enqueue(called);
            }
        }

        return null;
    }

    private static bool IsLocal(HclBlock call) => call.Body["source"]?.Value is HclExpression.Literal { Text: ['.', ..] };

    private static string RootOf(string directory, ILookup<string, string> callers)
    {
        const int Deepest = 8;
        for (
            var steps = 0;
            steps < Deepest && callers[directory].OrderBy(caller => caller, StringComparer.Ordinal).FirstOrDefault() is { } caller;
            steps++
        )
        {
            directory = caller;
        }

        return directory;
    }

    /// <summary>A module that nothing here calls: its version is chosen elsewhere.</summary>
    private static bool IsPattern(string directory, ILookup<string, string> callers) =>
        !callers[directory].Any()
        && (
            directory.Split('/').Contains("modules")
            || directory.Split('/') is [.., var last] && last.StartsWith("terraform-aws-", StringComparison.Ordinal)
        );
}
