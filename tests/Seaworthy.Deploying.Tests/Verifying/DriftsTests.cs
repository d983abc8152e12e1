using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Tests.Planning;
using Seaworthy.Deploying.Verifying;
using Xunit;

namespace Seaworthy.Deploying.Tests.Verifying;

/// <summary>Each drift is found, and none in a system that nobody touched.</summary>
public sealed class DriftsTests
{
    private static readonly ProjectDefinition Shop = Projects.Render(Projects.Shop, ("PASSWORD", "p")).Project;

    private static readonly ObservedContainer Web = Projects.Running("web", 1, "web") with
    {
        Image = "sha256:web",
        VariableNames = ["DATABASE_URL"],
        Addresses = new Dictionary<string, string> { ["shop_default"] = "172.18.0.3" },
    };

    private static readonly ObservedContainer Db = Projects.Running("db", 1, "db") with
    {
        Image = "sha256:db",
        VariableNames = ["POSTGRES_PASSWORD"],
        MountTargets = ["/var/lib/postgresql/data"],
        Addresses = new Dictionary<string, string> { ["shop_default"] = "172.18.0.2" },
    };

    private static readonly ObservedContainer Proxy = Projects.Proxy("p") with
    {
        Addresses = new Dictionary<string, string> { ["shop_default"] = "172.18.0.4" },
        Names = new Dictionary<string, IReadOnlyList<string>> { ["shop_default"] = ["web"] },
        Published = ["127.0.0.1:8080:30000"],
    };

    private static readonly RunningSystem System = new(new ObservedState([Web, Db, Proxy]))
    {
        Listening = new Dictionary<string, IReadOnlySet<int>> { ["shop-web-1"] = new HashSet<int> { 3000 } },
        Proxy = [new ServerStatistics("web_3000", "shop-web-1", "UP", 0, 0, 0)],
    };

    public static TheoryData<string, string> Changes() =>
        new()
        {
            { "image", "runs another image" },
            { "definition", "another definition" },
            { "health", "is unhealthy" },
            { "restarts", "started again 3 times" },
            { "variable", "no variable POSTGRES_PASSWORD" },
            { "mount", "nothing mounted at /var/lib/postgresql/data" },
            { "network", "not in the network shop_default" },
            { "port", "nothing listens on 3000" },
            { "value", "another value of POSTGRES_PASSWORD" },
            { "added", "the variable DEBUG, which is not declared" },
            { "volume", "has other_data mounted at /var/lib/postgresql/data, and shop_data is declared" },
            { "writable", "may not write to /var/lib/postgresql/data" },
            { "bind", "has /srv mounted at /extra, which is not declared" },
            { "alias", "does not answer to db in the network shop_default" },
            { "joined", "in the network other, which is not declared" },
            { "published", "publishes 5432:5432, which is not declared" },
            { "proxy port", "shop-proxy does not publish 127.0.0.1:8080:30000" },
            { "memory", "has 64 MiB as memory limit, and none is declared" },
            { "privileged", "has true as privileged mode, and none is declared" },
            { "policy", "has the restart policy no, and unless-stopped is declared" },
            { "check", "has no health check" },
            { "killed", "ran out of memory: 2 of its processes were killed" },
            { "gone", "0 containers run, and 1 are declared" },
            { "orphan", "its service is not declared" },
            { "proxy", "the proxy does not run" },
            { "shape", "ports or names changed" },
            { "server", "reaches no container" },
        };

    [Fact]
    public void An_untouched_system_has_none()
    {
        Assert.Empty(Drifts.Of(Input(), System).Drifts);
    }

    [Theory]
    [InlineData(null, "clients of shop.example are shown no certificate")]
    [InlineData(-1, "the certificate of shop.example expired on 2027-02-02")]
    [InlineData(13, "the certificate of shop.example expires on 2027-02-16")]
    [InlineData(15, null)]
    public void A_certificate_that_is_absent_or_near_its_end_is_found(int? days, string? said)
    {
        DateTimeOffset now = new(2027, 2, 3, 4, 5, 6, TimeSpan.Zero);
        var input = Input();
        ProxyFrontend tls = new("published_443", 30000, true, null, []) { Tls = new ProxyTls(["shop.example"]) };

        var drifts = Drifts.Of(
            input with
            {
                Proxy = input.Proxy with { Frontends = [.. input.Proxy.Frontends, tls] },
            },
            System with
            {
                At = now,
                Certificates = days is { } left
                    ? new Dictionary<string, ServedCertificate> { ["shop.example"] = new ServedCertificate("00", now.AddDays(left)) }
                    : [],
            }
        );

        Assert.Equal(said is null ? [] : [said], drifts.Drifts.Select(drift => drift.Text));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_found(string change, string said)
    {
        Assert.Contains(Drifts.Of(Input(), Changed(change)).Drifts, drift => drift.Text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Listening_sockets_are_read_without_a_shell()
    {
        const string table = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 00000000:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 17 1
               1: 0300A8C0:0BB8 0100A8C0:C350 01 00000000:00000000 00:00000000 00000000  1000        0 18 1
            """;

        Assert.Equal([3000], SocketTable.Ports(table));
    }

    private static PlanInput Input() =>
        Projects.Input(Shop, System.State, 2) with
        {
            Configurations = new Dictionary<string, string> { ["web"] = "web", ["db"] = "db" },
        };

    private static RunningSystem Changed(string change) =>
        change switch
        {
            "image" => With(Web, Db with { Image = "sha256:other" }),
            "definition" => With(Web with { Configuration = "other" }, Db),
            "health" => With(Web with { Health = "unhealthy" }, Db),
            "restarts" => With(Web with { Restarts = 3 }, Db),
            "variable" => With(Web, Db with { VariableNames = [] }),
            "mount" => With(Web, Db with { MountTargets = [] }),
            "value" => With(
                Web,
                Db with
                {
                    VariableHashes = new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = Variable.Hash("q") },
                }
            ),
            "added" => With(Web, Db with { VariableNames = ["POSTGRES_PASSWORD", "DEBUG", "PATH"] }) with
            {
                ImageVariables = new Dictionary<string, IReadOnlyList<string>> { [Db.Image] = ["PATH"] },
            },
            "volume" => With(Web, Db with { Mounts = [new ObservedMount(Data, "other_data", IsReadOnly: false, IsVolume: true)] }),
            "writable" => With(Web, Db with { Mounts = [new ObservedMount(Data, "shop_data", IsReadOnly: true, IsVolume: true)] }),
            "bind" => With(Web, Db with { Mounts = [new ObservedMount("/extra", "/srv", IsReadOnly: false, IsVolume: false)] }),
            "alias" => With(Web, Db with { Names = new Dictionary<string, IReadOnlyList<string>> { ["shop_default"] = ["0a1b"] } }),
            "joined" => With(Web, Db with { Addresses = new Dictionary<string, string>(Db.Addresses) { ["other"] = "172.19.0.2" } }),
            "published" => With(Web, Db with { Published = ["5432:5432"] }),
            "proxy port" => System with { State = new ObservedState([Web, Db, Proxy with { Published = [] }]) },
            "memory" => With(Web, Db with { Settings = Settings("--memory", "67108864") }),
            "privileged" => With(Web, Db with { Settings = Settings("--privileged", "true") }),
            "policy" => With(Web with { Settings = Settings("--tty"), RestartPolicy = "no" }, Db),
            "check" => With(Web, Db with { Settings = Settings("--tty") }),
            "killed" => System with { OutOfMemory = new Dictionary<string, int> { ["shop-web-1"] = 2 } },
            "network" => With(Web with { Addresses = new Dictionary<string, string>() }, Db),
            "port" => System with { Listening = new Dictionary<string, IReadOnlySet<int>> { ["shop-web-1"] = new HashSet<int> { 9 } } },
            "gone" => With(Web with { Status = "exited" }, Db),
            "orphan" => With(Web, Db, Projects.Running("old", 1, "old")),
            "proxy" => System with { State = new ObservedState([Web, Db]) },
            "shape" => System with { State = new ObservedState([Web, Db, Projects.Proxy("other")]) },
            _ => System with { Proxy = [] },
        };

    private const string Data = "/var/lib/postgresql/data";

    private static Dictionary<string, IReadOnlyList<string>> Settings(string option, params IReadOnlyList<string> values) =>
        new() { [option] = values };

    private static RunningSystem With(params IReadOnlyList<ObservedContainer> containers) =>
        System with
        {
            State = new ObservedState([.. containers, Proxy]),
        };
}
