"""Détente: a dated, sourced record of who did what to whom between states."""
