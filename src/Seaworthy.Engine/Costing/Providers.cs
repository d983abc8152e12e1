namespace Seaworthy.Engine.Costing;

/// <summary>
/// List prices on demand, without discounts, commitments, free tiers of new accounts and taxes. They grow old: the date stands beside each, and whether a text of that month quotes the page or the price was only known.
/// Of Hetzner's servers, what is ordered since 15 June 2026 costs otherwise.
/// </summary>
public static class Providers
{
    /// <summary>Hours of a month, as providers count it.</summary>
    private const decimal Hours = 730;

    private const string Fly = "https://fly.io/docs/about/pricing/";
    private const string Hetzner = "https://www.hetzner.com/cloud/";

    public static IReadOnlyList<Provider> All { get; } =
    [
        new("AWS", "ECS on Fargate, Linux x86", "us-east-1", "USD")
        {
            Managed = ManagedStores.Aws,
            Processor = new("vCPU", 0.04048m * Hours, "https://aws.amazon.com/fargate/pricing/", "2026-03", PriceBasis.Quoted),
            Memory = new("GB of memory", 0.004445m * Hours, "https://aws.amazon.com/fargate/pricing/", "2026-03", PriceBasis.Quoted),
            Storage = new("GB of disk (EBS gp3)", 0.08m, "https://aws.amazon.com/ebs/pricing/", "2025-06", PriceBasis.Known),
            Traffic = new("GB to the internet", 0.09m, "https://aws.amazon.com/ec2/pricing/on-demand/", "2025-06", PriceBasis.Known),
            FreeTraffic = 100,
            Entry = new(
                "Application Load Balancer, without capacity units",
                0.0225m * Hours,
                "https://aws.amazon.com/elasticloadbalancing/pricing/",
                "2025-06",
                PriceBasis.Known
            ),
        },
        new("Azure", "Container Instances, Linux", "East US", "USD")
        {
            Managed = ManagedStores.Azure,
            Processor = new(
                "vCPU",
                0.0405m * Hours,
                "https://azure.microsoft.com/pricing/details/container-instances/",
                "2025-06",
                PriceBasis.Known
            ),
            Memory = new(
                "GB of memory",
                0.00445m * Hours,
                "https://azure.microsoft.com/pricing/details/container-instances/",
                "2025-06",
                PriceBasis.Known
            ),
            Storage = new(
                "GB of disk (Standard SSD)",
                0.075m,
                "https://azure.microsoft.com/pricing/details/managed-disks/",
                "2025-06",
                PriceBasis.Known
            ),
            Traffic = new(
                "GB to the internet",
                0.087m,
                "https://azure.microsoft.com/pricing/details/bandwidth/",
                "2025-06",
                PriceBasis.Known
            ),
            FreeTraffic = 100,
            Entry = new(
                "Standard Load Balancer, without data",
                0.025m * Hours,
                "https://azure.microsoft.com/pricing/details/load-balancer/",
                "2025-06",
                PriceBasis.Known
            ),
        },
        new("Google Cloud", "Cloud Run, billed by instance", "us-central1", "USD")
        {
            Managed = ManagedStores.Google,
            Processor = new("vCPU", 0.000018m * 3600 * Hours, "https://cloud.google.com/run/pricing", "2025-06", PriceBasis.Known),
            Memory = new("GB of memory", 0.000002m * 3600 * Hours, "https://cloud.google.com/run/pricing", "2025-06", PriceBasis.Known),
            Storage = new(
                "GB of disk (balanced)",
                0.10m,
                "https://cloud.google.com/compute/disks-image-pricing",
                "2025-06",
                PriceBasis.Known
            ),
            Traffic = new("GB to the internet", 0.12m, "https://cloud.google.com/vpc/network-pricing", "2025-06", PriceBasis.Known),
            FreeTraffic = 1,
            Entry = new(
                "Load balancer, first rules",
                0.025m * Hours,
                "https://cloud.google.com/vpc/network-pricing",
                "2025-06",
                PriceBasis.Known
            ),
            LeastProcessor = 1,
        },
        new("fly.io", "Machines with shared processors", "ams", "USD")
        {
            Managed = ManagedStores.Fly,
            Processor = new("shared vCPU with 0.25 GB of memory", 2.02m, Fly, "2026-06", PriceBasis.Quoted),
            Memory = new("GB of memory besides", 5.19m, Fly, "2026-06", PriceBasis.Quoted),
            Storage = new("GB of volume", 0.15m, Fly, "2026-06", PriceBasis.Quoted),
            Traffic = new("GB to the internet", 0.02m, Fly, "2026-06", PriceBasis.Quoted),
            LeastMemory = 0.25m,
            LeastProcessor = 1,
            MemoryWithProcessor = 0.25m,
            HasWholeProcessors = true,
        },
        new("Hetzner", "Cloud servers CX33, shared by all containers, as of April 2026", "Falkenstein", "EUR")
        {
            Processor = new("server with 4 vCPU and 8 GB", 0.011m * Hours, Hetzner, "2026-04", PriceBasis.Quoted),
            Storage = new("GB of volume", 0.044m, Hetzner, "2025-06", PriceBasis.Known),
            Traffic = new("GB to the internet", 0.001m, Hetzner, "2025-06", PriceBasis.Known),
            FreeTraffic = 20_000,
            Entry = new("Load balancer LB11", 5.39m, "https://www.hetzner.com/cloud/load-balancer/", "2025-06", PriceBasis.Known),
            Server = (4, 8),
        },
    ];
}
