using System.Globalization;

namespace Seaworthy.Model.Source;

/// <summary>A repository's page at its host.</summary>
/// <param name="Server">The name of the server, without user, password or port.</param>
/// <param name="Path">Owner and name, with groups in between.</param>
/// <remarks>
/// Source: GitHub Docs, "Getting permanent links to files"; GitLab Docs, "Repository files"; Bitbucket Support, "Hyperlink to source code in Bitbucket"; Forgejo routes.
/// </remarks>
public sealed record RepositoryHost(string Server, string Path)
{
    public string Address => $"https://{Server}/{Path}";

    /// <summary>Null for a host whose addresses of files are not known.</summary>
    internal string? Permalink(string commit, string path, int? line)
    {
        var file = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return Is("github") ? $"{Address}/blob/{commit}/{file}{At(line, "#L")}"
            : Is("gitlab") ? $"{Address}/-/blob/{commit}/{file}{At(line, "#L")}"
            : Is("bitbucket") && Server == "bitbucket.org" ? $"{Address}/src/{commit}/{file}{At(line, "#lines-")}"
            : Server is "codeberg.org" || Is("gitea") || Is("forgejo") ? $"{Address}/src/commit/{commit}/{file}{At(line, "#L")}"
            : null;
    }

    // gitlab.com, gitlab.example.org, git.gitlab.example.org.
    private bool Is(string product) => Server.Split('.').Contains(product);

    private static string At(int? line, string mark) => line is { } number ? mark + number.ToString(CultureInfo.InvariantCulture) : "";
}
