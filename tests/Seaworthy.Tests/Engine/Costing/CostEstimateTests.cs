using Seaworthy.Engine.Costing;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Costing;

public sealed class CostEstimateTests
{
    private const string Compose = """
        services:
          api:
            image: shop/api:1
            ports: ["80:3000"]
            deploy:
              replicas: 3
              resources:
                limits: {cpus: "1", memory: 2G}
                reservations: {cpus: "0.5"}
          db:
            image: postgres:17
          migrate:
            image: shop/api:1
            profiles: [tools]
        """;

    private static readonly CostSize Medium = new("medium", 2, 0.5m, 1, 50, 500);

    [Fact]
    public void What_is_declared_wins_and_the_rest_is_assumed()
    {
        var estimate = Of(Compose);

        Assert.Equal(["api", "db"], estimate.Workloads.Select(workload => workload.Workload.Name));
        var (api, store) = (estimate.Workloads[0], estimate.Workloads[1]);
        Assert.Equal((3, 0.5m, 2m, 0m), (api.ReplicasIn(Medium), api.ProcessorsIn(Medium), api.MemoryIn(Medium), api.StorageIn(Medium)));
        Assert.Equal(
            (1, 1m, 2m, 50m),
            (store.ReplicasIn(Medium), store.ProcessorsIn(Medium), store.MemoryIn(Medium), store.StorageIn(Medium))
        );
    }

    [Fact]
    public void Containers_that_are_paid_for_one_by_one_are_added_up()
    {
        Provider provider = new("one", "containers", "here", "USD")
        {
            Processor = Priced(10),
            Memory = Priced(1),
            Storage = Priced(0.1m),
            Traffic = Priced(0.5m),
            FreeTraffic = 100,
            Entry = Priced(7),
        };

        // 3 × (0.5 × 10 + 2 × 1), 1 × (1 × 10 + 2 × 1), 50 GB of disk, 400 GB that are not free, the way in.
        Assert.Equal(21 + 12 + 5 + 200 + 7, Of(Compose).Of(provider, Medium));
    }

    [Fact]
    public void Machines_have_whole_processors_and_some_memory_with_each()
    {
        Provider provider = new("one", "machines", "here", "USD")
        {
            Processor = Priced(10),
            Memory = Priced(4),
            Storage = Priced(0),
            Traffic = Priced(0),
            LeastProcessor = 1,
            MemoryWithProcessor = 0.5m,
            HasWholeProcessors = true,
        };

        // 3 × (10 + 1.5 × 4) and 10 + 1.5 × 4.
        Assert.Equal(64, Of(Compose).Of(provider, Medium));
    }

    [Fact]
    public void Servers_are_shared_by_all_and_bought_whole()
    {
        Provider provider = new("one", "servers", "here", "EUR")
        {
            Processor = Priced(8),
            Storage = Priced(0),
            Traffic = Priced(0),
            Server = (4, 4),
        };

        // 8 GB of memory need two servers, 2.5 processors one.
        Assert.Equal(16, Of(Compose).Of(provider, Medium));
    }

    [Fact]
    public void A_target_that_nothing_reaches_has_no_traffic()
    {
        var inner = Of("services:\n  db:\n    image: postgres:17\n    ports: [\"5432:5432\"]\n");
        Provider provider = new("one", "containers", "here", "USD")
        {
            Processor = Priced(0),
            Storage = Priced(0),
            Traffic = Priced(1),
            Entry = Priced(7),
        };

        Assert.Equal(0, inner.Of(provider, Medium));
    }

    [Fact]
    public void A_store_is_a_service_where_the_provider_runs_such_and_the_smallest_that_is_enough()
    {
        Provider provider = new("one", "containers", "here", "USD")
        {
            Processor = Priced(10),
            Memory = Priced(1),
            Storage = Priced(0.1m),
            Traffic = Priced(0),
            Managed =
            [
                new(
                    "Postgres of one",
                    ["postgres"],
                    [new("tiny", 1, 1, Priced(20)), new("right", 1, 2, Priced(40)), new("wide", 4, 8, Priced(90))],
                    Priced(0.2m)
                ),
            ],
        };
        var estimate = Of(Compose);

        // 3 × (0.5 × 10 + 2 × 1) of the service; the store has 1 processor, 2 GB and 50 GB of disk.
        Assert.Equal(21 + 40 + 10, estimate.Of(provider, Medium));
        Assert.Equal(21 + 12 + 5, (estimate with { IsSelfHosted = true }).Of(provider, Medium));
        Assert.Equal((3, "wide"), Plan(5, 20));
        Assert.Equal((1, "wide"), Plan(2, 2));

        (int, string) Plan(decimal processors, decimal memory)
        {
            var (count, plan) = provider.Managed[0].PlanFor(processors, memory);
            return (count, plan.Name);
        }
    }

    [Theory]
    [InlineData(
        "postgres:17",
        "RDS for PostgreSQL",
        "Database for PostgreSQL, flexible server",
        "Cloud SQL for PostgreSQL",
        "Managed Postgres",
        null
    )]
    [InlineData("mysql:8.4", "RDS for MySQL", "Database for MySQL, flexible server", "Cloud SQL for MySQL", null, null)]
    [InlineData("mariadb:11", "RDS for MariaDB", null, null, null, null)]
    [InlineData("mongo:8", "DocumentDB", null, null, null, null)]
    [InlineData("redis:7-alpine", "ElastiCache", "Cache for Redis, Basic", "Memorystore for Redis, Basic", null, null)]
    [InlineData("timescale/timescaledb:2.17.2-pg16", null, null, null, null, null)]
    [InlineData("rabbitmq:4", null, null, null, null, null)]
    public void Each_provider_has_its_own(string image, params string?[] services)
    {
        var estimate = Of($"services:\n  store:\n    image: {image}\n");

        Assert.Equal(services, Providers.All.Select(provider => estimate.Managed(provider, estimate.Workloads[0])?.Service));
    }

    [Fact]
    public void Plans_grow_and_never_cost_less() =>
        Assert.All(
            Providers.All.SelectMany(provider => provider.Managed),
            store =>
                Assert.All(
                    store.Plans.Zip(store.Plans.Skip(1)),
                    pair => Assert.True(pair.First.Memory < pair.Second.Memory && pair.First.Price.Amount < pair.Second.Price.Amount)
                )
        );

    [Fact]
    public void Production_is_priced_and_another_target_by_its_name()
    {
        MemoryFile production = new("compose.prod.yaml", "services:\n  web:\n    image: a:1\n");

        Assert.Equal("compose.prod.yaml", Of(Compose, null, production).Target.Name);
        Assert.Equal("compose.yaml", Of(Compose, "compose.yaml", production).Target.Name);
    }

    [Fact]
    public void Every_price_names_its_page_and_its_month()
    {
        Assert.Equal(["AWS", "Azure", "Google Cloud", "fly.io", "Hetzner"], Providers.All.Select(provider => provider.Name));
        Assert.All(
            Providers.All.SelectMany(provider => provider.Prices),
            price =>
            {
                Assert.StartsWith("https://", price.Source, StringComparison.Ordinal);
                Assert.Matches("^20[0-9]{2}-(0[1-9]|1[0-2])$", price.AsOf);
                Assert.True(price.Amount > 0, price.Meter);
            }
        );
    }

    [Fact]
    public void A_larger_size_never_costs_less()
    {
        var estimate = Of(Compose);

        Assert.All(
            Providers.All,
            provider =>
            {
                var costs = CostSize.All.Select(size => estimate.Of(provider, size)).ToList();
                Assert.Equal(costs.Order(), costs);
                Assert.True(costs[0] > 0, provider.Name);
            }
        );
    }

    private static Price Priced(decimal amount) => new("", amount, "", "", PriceBasis.Known);

    private static CostEstimate Of(string compose, string? name = null, params IReadOnlyList<MemoryFile> others)
    {
        using MemoryRepository repository = new([new("compose.yaml", compose), .. others]);
        var estimate = CostEstimate.Of(new DeploymentReader().Read(repository).Deployment, name, CostSize.All);
        return estimate ?? throw new InvalidOperationException("nothing was priced");
    }
}
