using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Names that code and compose files read and nothing sets, held against what a template calls nearly the same.</summary>
internal sealed class NearVariables(Deployment deployment, IReadOnlySet<string> known)
{
    /// <summary>For each entry the one name that it most likely stands for; nothing where several could be meant.</summary>
    public IReadOnlyList<NearVariable> Of(IReadOnlyList<Component> components, IReadOnlyList<EnvEntry> neverRead, string directory)
    {
        if (neverRead.Count == 0)
        {
            return [];
        }

        var reads = components
            .SelectMany(component => component.Code)
            .Where(file => !file.IsTest && !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram))
            .SelectMany(file => file.EnvironmentReads)
            .Where(read => !known.Contains(read.Name) && !read.Aliases.Any(known.Contains) && !AmbientVariables.IsSetByOthers(read.Name))
            .Select(read => new
            {
                read.Name,
                read.Span,
                HasDefault = read.Default is not null || read.Demand == Demand.Optional,
            })
            .Concat(
                // Compose puts a blank for each of these.
                deployment
                    .Workloads.SelectMany(workload => workload.UnsetVariables)
                    .Where(variable => variable.Span.File.Directory == directory && !known.Contains(variable.Value))
                    .Select(variable => new
                    {
                        Name = variable.Value,
                        variable.Span,
                        HasDefault = false,
                    })
            )
            .ToLookup(read => read.Name, StringComparer.Ordinal);
        return
        [
            .. from entry in neverRead.DistinctBy(entry => entry.Name.Value)
            let meant = reads.Where(read => SimilarName.Means(read.Key, entry.Name.Value)).Take(2).ToList()
            where meant.Count == 1
            select new NearVariable(
                entry,
                meant[0].Key,
                [.. meant[0].Select(read => read.Span).Distinct()],
                meant[0].All(read => read.HasDefault)
            ),
        ];
    }
}
