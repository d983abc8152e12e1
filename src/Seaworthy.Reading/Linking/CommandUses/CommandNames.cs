using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The names that commands of scripts, task files and pipelines use: package scripts, targets, binaries.</summary>
internal static class CommandNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        var workspaces = Workspaces.Of(deployment);
        PackageScripts scripts = new(deployment);
        TaskTargets targets = new(deployment);
        CargoNames cargo = new(deployment);
        JavaModules java = new(deployment);
        foreach (var site in deployment.Commands.Where(site => !site.IsRemote))
        {
            var point = workspaces.At(site.Command);
            if (point?.OtherTreeBecause is not null)
            {
                continue;
            }

            foreach (var use in Of(site, scripts, targets, cargo).Concat(java.Of(site)))
            {
                yield return use with
                {
                    IsConditional = use.IsConditional || point?.IsConditional == true || RepositoryPath.IsSample(use.Span.File.Path),
                };
            }
        }
    }

    private static IEnumerable<NameUse> Of(CommandSite site, PackageScripts scripts, TaskTargets targets, CargoNames cargo)
    {
        foreach (var known in site.Known)
        {
            if (known is PackageScriptCommand script && scripts.Of(site, script) is { } use)
            {
                yield return use;
            }
            else if (known is TaskCommand task)
            {
                foreach (var target in targets.Of(site, task))
                {
                    yield return target;
                }
            }
        }

        foreach (var name in cargo.Of(site))
        {
            yield return name;
        }
    }
}
