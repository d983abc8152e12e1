// Writes src/Seaworthy.Model/Known/Tags/OfficialTags.txt: every tag that Docker's official images ever had.
//   git clone --filter=blob:none https://github.com/docker-library/official-images && dotnet run eng/official-tags.cs -- official-images
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RunAnalyzers=false
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

string[] images =
[
    "adminer",
    "alpine",
    "amazoncorretto",
    "busybox",
    "caddy",
    "cassandra",
    "centos",
    "composer",
    "consul",
    "couchdb",
    "debian",
    "docker",
    "eclipse-mosquitto",
    "eclipse-temurin",
    "elasticsearch",
    "elixir",
    "erlang",
    "fedora",
    "golang",
    "gradle",
    "haproxy",
    "httpd",
    "influxdb",
    "kibana",
    "logstash",
    "mariadb",
    "maven",
    "memcached",
    "mongo",
    "mongo-express",
    "mysql",
    "nats",
    "neo4j",
    "nextcloud",
    "nginx",
    "node",
    "perl",
    "php",
    "postgres",
    "python",
    "rabbitmq",
    "redis",
    "registry",
    "ruby",
    "rust",
    "solr",
    "sonarqube",
    "swift",
    "telegraf",
    "tomcat",
    "traefik",
    "ubuntu",
    "vault",
    "zookeeper",
];

// Leaves out previews, Windows and daily builds; no rule judges those.
Regex unsaid = new(
    @"(^|-)(rc|beta|alpha|preview|milestone|m|ea|dev|nightly|b|p|v)\d*($|[-.\d])|windows|nanoserver|\d{8}|^\d{4}\.|_",
    RegexOptions.IgnoreCase
);
Regex numbered = new(@"^(\d+(?:\.\d+)*)(?:-(.+))?$");

if (args is not [var clone])
{
    Console.Error.WriteLine("usage: dotnet run eng/official-tags.cs -- CLONE-OF-docker-library/official-images");
    return 2;
}

StringBuilder text = new();
text.Append("# Tags of Docker's official images, docker-library/official-images up to ")
    .Append(Git("log", "-1", "--format=%h of %cs").Trim())
    .Append('\n');
text.Append(
    "# Written by eng/official-tags.cs. \"versions\" has every number; then variants, and the lines of releases that had them; ~ stands for no number at all.\n"
);
foreach (var image in images)
{
    Write(image);
}

File.WriteAllText("src/Seaworthy.Model/Known/Tags/OfficialTags.txt", text.ToString());
return 0;

void Write(string image)
{
    HashSet<string> versions = [];
    Dictionary<string, HashSet<string>> lines = [];
    foreach (var tag in Tags(image).Where(tag => !unsaid.IsMatch(tag)))
    {
        if (numbered.Match(tag) is { Success: true } match)
        {
            versions.Add(match.Groups[1].Value);
            Lines(match.Groups[2].Value).Add(string.Join('.', match.Groups[1].Value.Split('.').Take(2)));
        }
        else if (!char.IsAsciiDigit(tag[0]))
        {
            Lines(tag).Add("");
        }
    }

    var isEnded = Git("ls-tree", "HEAD", "library/" + image).Length == 0;
    text.Append("= ").Append(image).Append(isEnded ? " ended" : "").Append('\n');
    text.Append("versions ").Append(Ranges(versions)).Append('\n');
    foreach (
        var same in lines
            .GroupBy(pair => Ranges(pair.Value), pair => pair.Key)
            .OrderBy(same => same.Min(StringComparer.Ordinal), StringComparer.Ordinal)
    )
    {
        text.AppendJoin(' ', same.Order(StringComparer.Ordinal)).Append(" : ").Append(same.Key).Append('\n');
    }

    HashSet<string> Lines(string variant) =>
        lines.TryGetValue(variant.Length == 0 ? "." : variant, out var found) ? found : lines[variant.Length == 0 ? "." : variant] = [];
}

// The files of all times: "Tags: 1.2, 1" today, "1.2: git://…" once.
IEnumerable<string> Tags(string image) =>
    Git("log", "-p", "--format=", "--unified=0", "--", "library/" + image)
        .Split('\n')
        .Where(line => line.StartsWith('+') && !line.StartsWith("+++", StringComparison.Ordinal))
        .SelectMany(line =>
            Regex.Match(line, @"^\+\s*(?:Shared)?Tags:(.*)") is { Success: true } tags ? tags.Groups[1].Value.Split(',')
            : Regex.Match(line, @"^\+([\w.-]+):\s+(?:git|https?)://") is { Success: true } old ? [old.Groups[1].Value]
            : []
        )
        .Select(tag => tag.Trim())
        .Where(tag => tag.Length > 0 && tag != "GitRepo")
        .Distinct();

// "3.10 3.11 3.12" is "3.10-12".
static string Ranges(IEnumerable<string> numbers)
{
    List<string> words = [];
    foreach (
        var group in numbers
            .Where(number => number.Length > 0)
            .GroupBy(number => number.LastIndexOf('.') is >= 0 and var dot ? number[..(dot + 1)] : "")
            .OrderBy(group => group.Key, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering))
    )
    {
        var last = group.Select(number => long.Parse(number[group.Key.Length..], CultureInfo.InvariantCulture)).Order().ToList();
        for (var at = 0; at < last.Count; )
        {
            var end = at;
            while (end + 1 < last.Count && last[end + 1] == last[end] + 1)
            {
                end++;
            }

            words.Add(group.Key + last[at] + (end > at ? "-" + last[end] : ""));
            at = end + 1;
        }
    }

    return string.Join(' ', numbers.Contains("") ? words.Append("~") : words);
}

string Git(params string[] arguments)
{
    using var git = Process.Start(new ProcessStartInfo("git", ["-C", clone, .. arguments]) { RedirectStandardOutput = true })!;
    var output = git.StandardOutput.ReadToEnd();
    git.WaitForExit();
    return git.ExitCode == 0 ? output : throw new InvalidOperationException("git " + string.Join(' ', arguments));
}
