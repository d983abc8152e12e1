using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads the containers of a job: its own and its services.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.&lt;job_id&gt;.container and .services.</remarks>
internal static class ContainerReader
{
    public static IReadOnlyList<JobService> Services(Node? node)
    {
        List<JobService> services = [];
        foreach (var entry in node?.Entries ?? [])
        {
            if (Container(entry.Value) is { } container)
            {
                services.Add(new JobService(entry.Key, container, entry.KeySpan));
            }
        }

        return services;
    }

    public static JobContainer? Container(Node? node) =>
        node switch
        {
            ScalarNode { IsNull: false } => new JobContainer(node.Template(), node.Span),
            MappingNode mapping => new JobContainer(mapping["image"].Template(), mapping.Span)
            {
                Environment = mapping["env"].Named(),
                Ports = mapping["ports"].Templates(),
                Volumes = mapping["volumes"].Templates(),
                Options = mapping["options"].Template(),
                Command = mapping["command"].Template() ?? mapping["entrypoint"].Template(),
                HealthCommand = HealthCommand(mapping["options"]),
            },
            _ => null,
        };

    // The options are split as a shell would: "--health-cmd 'pg_isready -U app'" or "--health-cmd=pg_isready".
    private static string? HealthCommand(Node? options)
    {
        const string Option = "--health-cmd";
        if (options is not ScalarNode { IsNull: false } scalar)
        {
            return null;
        }

        var words = ShellParser.Parse(scalar.Mapped).SelectMany(command => command.Words).ToList();
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index].Literal ?? "";
            if (word == Option)
            {
                return index + 1 < words.Count ? words[index + 1].Literal ?? words[index + 1].Raw : null;
            }

            if (word.StartsWith(Option + "=", StringComparison.Ordinal))
            {
                return word[(Option.Length + 1)..];
            }
        }

        return null;
    }
}
