using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Whose report the page is: in its title, at its head and at its foot, so that a saved page still says it.</summary>
internal static class HtmlIdentity
{
    private const string Untitled = "Deployment audit";

    /// <summary><c>owner/name at 1a2b3c4: deployment audit</c>.</summary>
    public static string Title(Report report) =>
        report.Repository is { } repository
            ? $"{repository.Name}{(repository.ShortCommit is { } commit ? $" at {commit}" : "")}{(repository.Directory.Length > 0 ? $", {repository.Directory}" : "")}: deployment audit by Seaworthy {ProductVersion.Text}"
            : $"{Untitled} by Seaworthy {ProductVersion.Text}";

    /// <summary>The line above the answer.</summary>
    public static Markup Head(Report report) =>
        report.Repository is { } repository
            ? $"<p class=\"eyebrow\">{Name(repository)} {IdentityText.Parts(repository).Select(part => (Markup)$"<span>{part}</span> ")}<span>Seaworthy {ProductVersion.Text}</span></p>"
            : (Markup)$"<p class=\"eyebrow\"><strong>{Untitled}</strong> <span>Seaworthy {ProductVersion.Text}</span></p>";

    public static Markup Foot(Report report) =>
        report.Repository is { } repository ? $"{IdentityText.Of(repository)}" : (Markup)$"{Untitled}";

    private static Markup Name(RepositoryIdentity repository) =>
        repository.Host is { } host
            ? $"<a class=\"repository\" href=\"{new Masked(host.Address)}\" rel=\"noreferrer\">{repository.Name}</a>"
            : (Markup)$"<strong>{repository.Name}</strong>";
}
