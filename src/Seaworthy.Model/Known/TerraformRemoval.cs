namespace Seaworthy.Model.Known;

/// <summary>An argument, a block or a whole type that a major version of a Terraform provider removed or gave another form.</summary>
/// <param name="Provider">Of HashiCorp: <c>aws</c>.</param>
/// <param name="Block"><c>resource</c>, <c>data</c> or <c>provider</c>.</param>
/// <param name="Type">The first label: <c>aws_eip</c>.</param>
/// <param name="Argument">With the blocks around it, by dots; empty where the type itself is gone.</param>
/// <param name="Version">The first version without it.</param>
/// <param name="Instead">What to write; empty where nothing takes its place.</param>
public sealed record TerraformRemoval(string Provider, string Block, string Type, string Argument, string Version, string Instead)
{
    // Before All, which reads it.
    private static readonly (string Type, string Argument, string Instead)[] HelmRows =
    [
        ("helm", "kubernetes", "kubernetes = { … }"),
        ("helm", "registry", "registries = [{ … }]"),
        ("helm", "experiments", "experiments = { … }"),
        ("helm_release", "set", "set = [{ … }]"),
        ("helm_release", "set_list", "set_list = [{ … }]"),
        ("helm_release", "set_sensitive", "set_sensitive = [{ … }]"),
        ("helm_template", "set", "set = [{ … }]"),
        ("helm_template", "set_list", "set_list = [{ … }]"),
        ("helm_template", "set_sensitive", "set_sensitive = [{ … }]"),
    ];

    /// <summary>In which form it is refused.</summary>
    public TerraformForm Form { get; init; } = TerraformForm.Any;

    /// <summary>Refused before the version rather than from it on.</summary>
    public bool IsBefore { get; init; }

    /// <summary>What to call it: <c>vpc of aws_eip</c>.</summary>
    public string Title =>
        Argument.Length == 0 ? Type
        : Block == "provider" ? $"{Argument} of provider {Type}"
        : $"{Argument} of {Type}";

    /// <remarks>
    /// Sources: hashicorp/terraform-provider-aws, "Version 5 Upgrade Guide" and "Version 6 Upgrade Guide"; hashicorp/terraform-provider-helm, "Upgrade Guide for Helm Provider v3.0.0", and issue 1637;
    /// hashicorp/terraform-provider-azurerm, "4.0 Upgrade Guide"; Terraform documentation, "Attributes as Blocks".
    /// </remarks>
    public static IReadOnlyList<TerraformRemoval> All { get; } = [.. Helm(), .. Aws(), .. Azure()];

    private static IEnumerable<TerraformRemoval> Helm()
    {
        foreach (var (type, argument, instead) in HelmRows)
        {
            var block = type switch
            {
                "helm" => "provider",
                "helm_template" => "data",
                _ => "resource",
            };
            yield return new("helm", block, type, argument, "3.0", instead) { Form = TerraformForm.Block };
            yield return new("helm", block, type, instead.Split(' ')[0], "3.0", $"{argument} {{ … }}")
            {
                Form = TerraformForm.Attribute,
                IsBefore = true,
            };
        }
    }

    private static IEnumerable<TerraformRemoval> Aws() =>
        Rows(
                "aws",
                "5.0",
                """
                aws_autoscaling_attachment alb_target_group_arn > lb_target_group_arn
                aws_autoscaling_group tags > tag { … }
                aws_budgets_budget cost_filters > cost_filter { … }
                aws_db_instance name > db_name
                aws_db_instance security_group_names > vpc_security_group_ids
                aws_ecs_cluster capacity_providers > aws_ecs_cluster_capacity_providers
                aws_ecs_cluster default_capacity_provider_strategy > aws_ecs_cluster_capacity_providers
                aws_elasticache_cluster security_group_names > security_group_ids
                aws_elasticache_replication_group availability_zones > preferred_cache_cluster_azs
                aws_elasticache_replication_group cluster_mode > num_node_groups
                aws_elasticache_replication_group number_cache_clusters > num_cache_clusters
                aws_elasticache_replication_group replication_group_description > description
                aws_kinesis_firehose_delivery_stream s3_configuration > extended_s3_configuration { … }
                aws_msk_cluster broker_node_group_info.ebs_volume_size > storage_info { … }
                aws_vpc enable_classiclink >
                aws_vpc enable_classiclink_dns_support >
                aws_db_security_group > aws_security_group
                aws_elasticache_security_group > aws_security_group
                aws_redshift_security_group > aws_security_group
                """
            )
            .Concat(
                Rows(
                    "aws",
                    "6.0",
                    """
                    aws_api_gateway_account reset_on_delete >
                    aws_api_gateway_deployment canary_settings > aws_api_gateway_stage
                    aws_api_gateway_deployment stage_description > aws_api_gateway_stage
                    aws_api_gateway_deployment stage_name > aws_api_gateway_stage
                    aws_batch_compute_environment compute_environment_name > name
                    aws_batch_compute_environment compute_environment_name_prefix > name_prefix
                    aws_batch_job_queue compute_environments > compute_environment_order { … }
                    aws_dms_endpoint s3_settings > aws_dms_s3_endpoint
                    aws_dx_gateway_association vpn_gateway_id > associated_gateway_id
                    aws_ecs_task_definition inference_accelerator >
                    aws_eip vpc > domain = "vpc"
                    aws_eks_addon resolve_conflicts > resolve_conflicts_on_create
                    aws_flow_log log_group_name > log_destination
                    aws_guardduty_organization_configuration auto_enable > auto_enable_organization_members
                    aws_instance cpu_core_count > cpu_options { core_count = … }
                    aws_instance cpu_threads_per_core > cpu_options { threads_per_core = … }
                    aws_launch_template elastic_gpu_specifications >
                    aws_launch_template elastic_inference_accelerator >
                    aws_networkmanager_core_network base_policy_region > base_policy_regions
                    aws_redshift_cluster logging > aws_redshift_logging
                    aws_redshift_cluster snapshot_copy > aws_redshift_snapshot_copy
                    aws_sagemaker_notebook_instance accelerator_types > instance_type
                    aws_spot_instance_request block_duration_minutes >
                    aws_ssm_association instance_id > targets { … }
                    """
                )
            );

    private static IEnumerable<TerraformRemoval> Azure() =>
        Rows(
            "azurerm",
            "4.0",
            """
            azurerm_container_app_job secrets > secret { … }
            azurerm_container_app_job registries > registry { … }
            azurerm_container_group network_profile_id > subnet_ids
            azurerm_container_registry retention_policy > retention_policy_in_days
            azurerm_container_registry trust_policy > trust_policy_enabled
            azurerm_cosmosdb_account enable_automatic_failover > automatic_failover_enabled
            azurerm_cosmosdb_account enable_free_tier > free_tier_enabled
            azurerm_cosmosdb_account enable_multiple_write_locations > multiple_write_locations_enabled
            azurerm_cosmosdb_sql_container partition_key_path > partition_key_paths
            azurerm_eventhub_namespace zone_redundant >
            azurerm_kubernetes_cluster api_server_authorized_ip_ranges > api_server_access_profile { authorized_ip_ranges = … }
            azurerm_kubernetes_cluster automatic_channel_upgrade > automatic_upgrade_channel
            azurerm_kubernetes_cluster azure_active_directory_role_based_access_control.managed >
            azurerm_kubernetes_cluster default_node_pool.enable_auto_scaling > auto_scaling_enabled
            azurerm_kubernetes_cluster default_node_pool.enable_host_encryption > host_encryption_enabled
            azurerm_kubernetes_cluster default_node_pool.enable_node_public_ip > node_public_ip_enabled
            azurerm_kubernetes_cluster default_node_pool.node_taints >
            azurerm_kubernetes_cluster enable_pod_security_policy >
            azurerm_kubernetes_cluster network_profile.docker_bridge_cidr >
            azurerm_kubernetes_cluster network_profile.ebpf_data_plane > network_data_plane
            azurerm_kubernetes_cluster node_os_channel_upgrade > node_os_upgrade_channel
            azurerm_kubernetes_cluster public_network_access_enabled >
            azurerm_kubernetes_cluster_node_pool enable_auto_scaling > auto_scaling_enabled
            azurerm_kubernetes_cluster_node_pool enable_host_encryption > host_encryption_enabled
            azurerm_kubernetes_cluster_node_pool enable_node_public_ip > node_public_ip_enabled
            azurerm_linux_web_app site_config.application_stack.docker_image > docker_image_name
            azurerm_linux_web_app site_config.application_stack.docker_image_tag > docker_image_name
            azurerm_monitor_diagnostic_setting log > enabled_log { … }
            azurerm_network_interface enable_accelerated_networking > accelerated_networking_enabled
            azurerm_network_interface enable_ip_forwarding > ip_forwarding_enabled
            azurerm_route_table disable_bgp_route_propagation > bgp_route_propagation_enabled
            azurerm_servicebus_namespace zone_redundant >
            azurerm_servicebus_queue enable_partitioning > partitioning_enabled
            azurerm_servicebus_topic enable_partitioning > partitioning_enabled
            azurerm_subnet enforce_private_link_endpoint_network_policies > private_endpoint_network_policies
            azurerm_subnet enforce_private_link_service_network_policies > private_link_service_network_policies_enabled
            azurerm_subnet private_endpoint_network_policies_enabled > private_endpoint_network_policies
            azurerm_mariadb_server > azurerm_mysql_flexible_server
            azurerm_mysql_database > azurerm_mysql_flexible_database
            azurerm_mysql_firewall_rule > azurerm_mysql_flexible_server_firewall_rule
            azurerm_mysql_server > azurerm_mysql_flexible_server
            azurerm_sql_database > azurerm_mssql_database
            azurerm_sql_firewall_rule > azurerm_mssql_firewall_rule
            azurerm_sql_server > azurerm_mssql_server
            azurerm_template_deployment > azurerm_resource_group_template_deployment
            """
        );

    private static IEnumerable<TerraformRemoval> Rows(string provider, string version, string table) =>
        table
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('>', 2))
            .Select(sides =>
                sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words
                    ? new TerraformRemoval(provider, "resource", words[0], words.Length > 1 ? words[1] : "", version, sides[1].Trim())
                    : throw new InvalidOperationException()
            );
}
