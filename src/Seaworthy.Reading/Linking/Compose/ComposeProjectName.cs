using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The project's name, which Compose puts in front of the names of networks, volumes and containers.</summary>
/// <remarks>Source: Docker documentation, "Specify a project name": <c>COMPOSE_PROJECT_NAME</c>, then <c>name:</c>, then the directory's name.</remarks>
internal static class ComposeProjectName
{
    /// <summary>Null when it is unknown, or the name of the directory of the clone.</summary>
    public static string? Of(ComposeStack stack)
    {
        var variable = stack.EnvFiles.Select(file => file.Find("COMPOSE_PROJECT_NAME")).LastOrDefault(entry => entry is not null);
        return variable is not null ? variable.Value?.Literal
            : stack.Project.Name is { } name ? stack.Text(name)
            : stack.Project.Directory.Length == 0 ? null
            : Normalised(RepositoryPath.NameOf(stack.Project.Directory));
    }

    private static string Normalised(string directory)
    {
        StringBuilder name = new();
        foreach (var letter in directory.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            {
                name.Append(letter);
            }
        }

        return name.ToString().TrimStart('-', '_');
    }
}
