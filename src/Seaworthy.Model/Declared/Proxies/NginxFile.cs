using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A configuration file of nginx: a whole one, a file of <c>conf.d</c>, a snippet, or a template for envsubst.</summary>
public sealed record NginxFile(SourceFile File, IReadOnlyList<NginxServer> Servers, IReadOnlyList<NginxUpstream> Upstreams) : Artifact(File)
{
    /// <summary>Locations outside of any server: the file is included into one.</summary>
    public IReadOnlyList<NginxLocation> Locations { get; init; } = [];

    /// <summary>Every <c>include</c>, wherever it stands.</summary>
    public IReadOnlyList<Fact<string>> Includes { get; init; } = [];

    /// <summary>Holes for envsubst, outside of comments.</summary>
    public IReadOnlyList<EnvironmentHole> EnvironmentHoles { get; init; } = [];

    /// <summary>Has an <c>http</c> or <c>events</c> block: replaces <c>/etc/nginx/nginx.conf</c>; else it is made to be included.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The first directive at the top that nginx takes outside of <c>http</c> only: <c>user</c>, <c>events</c>.</summary>
    public Fact<string>? OutsideHttp { get; init; }

    /// <summary>The first directive at the top that nginx takes inside of <c>http</c> only: <c>server</c>, <c>map</c>.</summary>
    public Fact<string>? InsideHttp { get; init; }

    public Fact<string>? User { get; init; }

    /// <summary><c>pid</c>: where the main process writes its number.</summary>
    public Fact<string>? Pid { get; init; }

    /// <summary>The first <c>client_body_temp_path</c> and its kin: where answers and requests are kept for a while.</summary>
    public Fact<string>? TemporaryPath { get; init; }

    /// <summary><c>client_max_body_size</c> outside of servers, as written: for all of them.</summary>
    public Fact<string>? MaximumBodySize { get; init; }

    /// <summary>What limits who may come in, outside of servers: for all of them.</summary>
    public Fact<string>? Guard { get; init; }

    /// <summary>A <c>root</c> stands somewhere in it.</summary>
    public bool NamesRoot => File.Mentions("root ");

    /// <summary>It says which methods pages of other origins may use.</summary>
    public bool AnswersOtherOrigins => File.Mentions("Access-Control-Allow-Methods");

    /// <summary>Zones used by <c>limit_req</c> and <c>limit_conn</c>.</summary>
    public IReadOnlyList<Fact<string>> LimitZoneUses { get; init; } = [];

    /// <summary>The variables that something in it makes: <c>set</c>, <c>map</c>, a named group.</summary>
    public IReadOnlySet<string> MadeVariables { get; init; } = new HashSet<string>();

    /// <summary>Those that it reads, and neither makes nor has from nginx.</summary>
    public IReadOnlyList<NginxVariable> UnknownVariables { get; init; } = [];

    /// <summary>Those in an address to pass requests to which are set in other locations alone.</summary>
    public IReadOnlyList<NginxVariable> UnsetVariables { get; init; } = [];

    /// <summary>It loads modules, or runs programs inside of nginx, which bring variables of their own.</summary>
    public bool HasForeignModules => File.Mentions("load_module") || File.Mentions("_by_lua") || File.Mentions("js_import");
}
