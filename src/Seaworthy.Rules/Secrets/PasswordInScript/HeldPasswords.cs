using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Passwords that commands give to another machine, written out or by a variable of the same text.</summary>
/// <remarks>
/// Sources: sshpass(1), "-p" and "-e"; PuTTY user manual, "-pw"; Docker documentation, "docker login", --password; PostgreSQL documentation, "Environment Variables", PGPASSWORD;
/// MySQL reference manual, "End-User Guidelines for Password Security"; mongosh, "Options", --password.
/// </remarks>
internal static class HeldPasswords
{
    private const int LeastLetters = 4;

    private static readonly OptionGrammar Sshpass = new("-p -f -d -P") { EndsAtOperand = true };
    private static readonly OptionGrammar Putty = new("-pw -P -l -i -hostkey -m -ssh") { HasSingleDash = true };
    private static readonly OptionGrammar Login = new("-u --username -p --password");
    private static readonly OptionGrammar Mysql = new("-h --host -P --port -u --user -p -D --database -e --execute");
    private static readonly OptionGrammar Mongo = new("-h --host --port -u --username -p --password -d --db --authenticationDatabase");

    public static IReadOnlyList<HeldPassword> Link(Deployment deployment) =>
        [
            .. from text in deployment.Commands.GroupBy(site => site.Variables)
            from site in text
            let given = Given(site, text)
            where given is not null && IsPassword(given.Value)
            select given,
        ];

    private static HeldPassword? Given(CommandSite site, IEnumerable<CommandSite> text)
    {
        var line = CommandLine.Of(site.Variables.WithProgram(site.Command));
        return Word(line, site) is { } word && site.Variables.Value(word) is { } value
            ? new HeldPassword(site, line.Program, word, value) { Set = SetBy(word, text) }
            : null;
    }

    private static ShellWord? Word(CommandLine line, CommandSite site) =>
        line.Program switch
        {
            "sshpass" => line.Options(Sshpass).Value("-p") ?? InEnvironment(line, "SSHPASS"),
            "plink" or "pscp" or "psftp" => line.Options(Putty).Value("-pw"),
            "docker" or "podman" when line.Verb == "login" => line.Options(Login, skip: 1).Value("-p", "--password"),
            "helm" when line.Arguments is [{ Literal: "registry" }, { Literal: "login" }, ..] => line.Options(Login, skip: 2)
                .Value("-p", "--password"),
            _ when !IsElsewhere(site) => null,
            "mysql" or "mysqldump" or "mariadb" or "mariadb-dump" or "mysqladmin" => OfMysql(line),
            "mongosh" or "mongo" or "mongodump" or "mongorestore" => line.Options(Mongo).Value("-p", "--password"),
            "psql" or "pg_dump" or "pg_dumpall" or "pg_restore" => InEnvironment(line, "PGPASSWORD"),
            _ => null,
        };

    /// <summary>After <c>-p</c> and a blank stands the name of a database.</summary>
    private static ShellWord? OfMysql(CommandLine line) =>
        line.Options(Mysql).Options.LastOrDefault(option => option.Name is "-p" or "--password" && option.Word.Literal is not "-p")?.Value;

    private static ShellWord? InEnvironment(CommandLine line, string name) =>
        line.Environment.LastOrDefault(variable => variable.Name == name)?.Value;

    /// <summary>A host of a domain, or an address that is not this machine's.</summary>
    private static bool IsElsewhere(CommandSite site) =>
        site.Known.OfType<DatabaseCommand>().Select(database => database.Host).FirstOrDefault(word => word is not null) is { } host
        && site.Variables.Value(host) is { } name
        && name.Contains('.', StringComparison.Ordinal)
        && !name.StartsWith("127.", StringComparison.Ordinal)
        && name is not "0.0.0.0" and not "host.docker.internal";

    private static bool IsPassword(string value) =>
        value.Length >= LeastLetters && !SecretNames.IsPlaceholder(value) && !SecretNames.AsksForAnother(value);

    private static SourceSpan? SetBy(ShellWord word, IEnumerable<CommandSite> text) =>
        word.Parts is [{ Kind: ShellPartKind.Variable } variable]
            ? text.SelectMany(site => site.Command.Assignments)
                .FirstOrDefault(assignment => assignment.Name == variable.Text && assignment.Value is not null)
                ?.Span
            : null;
}
